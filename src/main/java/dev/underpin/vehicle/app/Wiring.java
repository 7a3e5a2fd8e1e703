package dev.underpin.vehicle.app;

import dev.underpin.can.database.Database;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.plant.Plant;

/**
 * What the applications of one vehicle are wired to.
 *
 * @param plant sensors and actuators
 * @param signals what the cyclic frames mean
 * @param table the control units, for the colours of their lamps
 * @param backbone the services on the in-vehicle Ethernet
 */
public record Wiring(Plant plant, Database signals, EcuTable table, Backbone backbone) {}
