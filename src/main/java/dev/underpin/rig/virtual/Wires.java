package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.doip.EthernetLink;
import java.util.Map;

/** The media of a vehicle. */
record Wires(Map<String, CanBus> buses, EthernetLink ethernet) {}
