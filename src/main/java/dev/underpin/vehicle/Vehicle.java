package dev.underpin.vehicle;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.EntityIdentity;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.vehicle.app.Applications;
import dev.underpin.vehicle.app.Backbone;
import dev.underpin.vehicle.app.Cluster;
import dev.underpin.vehicle.app.Surfaces;
import dev.underpin.vehicle.app.Wiring;
import dev.underpin.vehicle.ecu.Ecu;
import dev.underpin.vehicle.ecu.EcuParts;
import dev.underpin.vehicle.ecu.Supply;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.screen.TouchScreen;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The simulated electric vehicle, put together: plant, control units, network, screens, telematics. It runs from the moment it is
 * built. Threading: the scheduler's thread.
 */
public final class Vehicle {
    /** A locally administered address; the logical address follows. */
    private static final byte[] EID_PREFIX = {0x02, 0x55, 0x50, 0x00};

    private static final int READY = 0x01;
    private static final int NOT_READY = 0x00;

    private static final ControllerSettings CONTROLLER = ControllerSettings.STANDARD.withRecoveryOnRequest();

    private final VehicleParts parts;
    private final Fitting fitting;
    private final Plant plant;
    private final Cluster lamps = new Cluster();
    private final TouchScreen infotainment;
    private final TouchScreen cluster;
    private final Applications applications;
    private final Network network;
    private final TelematicsUnit telematics;
    private final Map<String, Map<String, CanPort>> ports = new LinkedHashMap<>();
    private final Map<String, Supply> supplies = new LinkedHashMap<>();
    private final Map<String, Ecu> ecus = new LinkedHashMap<>();

    public Vehicle(VehicleParts parts, Fitting fitting) {
        this.parts = parts;
        this.fitting = fitting;
        Scheduler scheduler = parts.calendar().scheduler();
        plant = new Plant(scheduler, parts.conditions());
        infotainment = new TouchScreen(scheduler, "infotainment");
        cluster = new TouchScreen(scheduler, "cluster");
        network = new Network(scheduler, parts.ethernet());
        applications = new Applications(
                new Wiring(plant, parts.signals(), parts.table(), new Backbone()),
                new Surfaces(lamps, cluster, infotainment, parts.supportPhone()),
                () -> telematics().bearer(),
                () -> telematics().lastConsent());
        telematics = new TelematicsUnit(parts, fitting, network, applications.gateway(), infotainment, cluster);
        parts.table().ecus().values().forEach(this::build);
        parts.table().ecus().values().forEach(this::route);
        openEdge(parts.table().ecus().get("GW"));
    }

    public Plant plant() {
        return plant;
    }

    /** The lamps of the cluster. */
    public Cluster lamps() {
        return lamps;
    }

    public TouchScreen infotainment() {
        return infotainment;
    }

    /** The picture of the cluster. */
    public TouchScreen cluster() {
        return cluster;
    }

    /** All screens by name: {@code infotainment}, {@code cluster}, {@code app}. */
    public Map<String, TouchScreen> screens() {
        return Map.of("infotainment", infotainment, "cluster", cluster, "app", telematics.app());
    }

    /** The gateway's DoIP entity, the vehicle's edge for diagnosis. */
    public DoipEntity edge() {
        return network.gateway();
    }

    public TelematicsUnit telematics() {
        return telematics;
    }

    public Collection<Ecu> ecus() {
        return Collections.unmodifiableCollection(ecus.values());
    }

    /** The supply of a control unit. */
    public Supply supply(String ecu) {
        Supply supply = supplies.get(ecu);
        if (supply == null) {
            throw new IllegalArgumentException("no control unit %s, only %s".formatted(ecu, supplies.keySet()));
        }
        return supply;
    }

    private void build(EcuSpec spec) {
        Supply supply = supply(spec);
        Optional<Banks> banks = spec.flash()
                .map(flash -> Banks.of(
                        flash, parts.calendar().scheduler(), parts.firmware().apply(spec)))
                .map(memory -> fitting.banks(spec.name(), memory));
        EcuParts ecuParts = new EcuParts(
                parts.calendar(),
                parts.entropy(),
                parts.vin(),
                "SN-" + spec.name() + "-"
                        + parts.factory().fork("serial " + spec.name()).hex(4),
                telematics.secret(spec.name()),
                supply,
                ports(spec),
                parts.table().snapshot(),
                banks,
                parts.keys().images(),
                parts.keys().units().apply(spec.name()),
                rate -> busAddress(spec)
                        .ifPresent(address -> bus(spec, address.bus()).bitRate(spec.name(), rate)),
                fitting.ecu(spec.name()));
        Ecu ecu = Ecu.assemble(spec, ecuParts, fitting.application(spec.name(), applications.of(spec.name())));
        ecus.put(spec.name(), ecu);
        attach(spec, ecu);
    }

    private Supply supply(EcuSpec spec) {
        Supply supply = new Supply();
        supplies.put(spec.name(), supply);
        plant.power().terminal(spec.name()).listen(supply::feed);
        return supply;
    }

    private Map<String, CanPort> ports(EcuSpec spec) {
        Map<String, CanPort> own = new LinkedHashMap<>();
        for (String bus : spec.buses()) {
            own.put(bus, fitting.port(spec.name(), bus(spec, bus).attach(spec.name(), CONTROLLER)));
        }
        ports.put(spec.name(), own);
        return own;
    }

    private CanBus bus(EcuSpec spec, String name) {
        CanBus bus = parts.buses().get(name);
        if (bus == null) {
            throw new IllegalArgumentException("%s is on bus %s, but there are only %s"
                    .formatted(spec.name(), name, parts.buses().keySet()));
        }
        return bus;
    }

    private void attach(EcuSpec spec, Ecu ecu) {
        if (spec.ethernet()) {
            ServerLink entity = network.entity(spec);
            ecu.attach(fitting.server(spec.name(), entity));
            ecu.onState(state -> network.follow(spec.name(), state));
            network.follow(spec.name(), ecu.state());
        }
        busAddress(spec)
                .ifPresent(address -> ecu.attach(
                        fitting.server(spec.name(), network.onBus(address, port(spec.name(), address.bus())))));
        if (spec.name().equals("TCU")) {
            telematics.install(ecu, fitting);
        }
    }

    private void route(EcuSpec spec) {
        if (spec.ethernet()) {
            network.routeOnEthernet(spec);
        } else {
            busAddress(spec).ifPresent(address -> network.route(spec, address, port("GW", address.bus())));
        }
    }

    private void openEdge(@Nullable EcuSpec gateway) {
        if (gateway == null) {
            return;
        }
        byte[] eid = ByteBuffer.allocate(EID_PREFIX.length + Short.BYTES)
                .put(EID_PREFIX)
                .putShort((short) gateway.doip())
                .array();
        EntityIdentity identity = EntityIdentity.gateway(parts.vin(), eid, eid)
                .powerMode(() -> plant.power().awake() ? READY : NOT_READY);
        network.routeFunctional(ports.getOrDefault("GW", Map.of()).values());
        network.edge(identity, parts.entropy().fork("doip"), applications.gateway()::hold);
    }

    private CanPort port(String ecu, String bus) {
        return Optional.ofNullable(ports.get(ecu))
                .map(own -> own.get(bus))
                .orElseThrow(() -> new IllegalArgumentException("%s is not on bus %s".formatted(ecu, bus)));
    }

    private static Optional<CanAddress> busAddress(EcuSpec spec) {
        return spec.can().filter(address -> !address.bus().isEmpty());
    }
}
