package dev.underpin.vehicle;

import dev.underpin.can.CanBus;
import dev.underpin.can.database.Database;
import dev.underpin.doip.EthernetLink;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.plant.Conditions;
import dev.underpin.vehicle.telematics.HttpExchange;
import java.util.Map;
import java.util.function.Function;

/**
 * What a vehicle is built from.
 *
 * @param calendar vehicle time and civil time
 * @param entropy the vehicle's chance
 * @param factory the factory's chance: secrets and serial numbers of its control units
 * @param vin vehicle identification number, 17 characters
 * @param table its control units
 * @param signals what its cyclic frames mean
 * @param buses the buses by name: {@code drive}, {@code chassis}
 * @param ethernet the in-vehicle Ethernet
 * @param cloud the way to the maker's cloud, below the radio link
 * @param app the companion app's own way to the cloud
 * @param firmware the software that a control unit leaves the factory with
 * @param keys the keys burnt in at the factory
 * @param conditions the state it is found in
 * @param supportPhone number of technical support, as the driver dials it
 */
public record VehicleParts(
        Calendar calendar,
        Entropy entropy,
        Entropy factory,
        String vin,
        EcuTable table,
        Database signals,
        Map<String, CanBus> buses,
        EthernetLink ethernet,
        HttpExchange cloud,
        HttpExchange app,
        Function<EcuSpec, Firmware> firmware,
        FactoryKeys keys,
        Conditions conditions,
        String supportPhone) {}
