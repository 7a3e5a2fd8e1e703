package dev.underpin.vehicle;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.app.GatewayApplication;
import dev.underpin.vehicle.ecu.Ecu;
import dev.underpin.vehicle.ecu.EcuState;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.FlashSpec;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import dev.underpin.vehicle.telematics.companion.CompanionApp;
import dev.underpin.vehicle.telematics.diagnostics.InterfacePolicy;
import dev.underpin.vehicle.telematics.unit.TelematicsAgents;
import dev.underpin.vehicle.telematics.unit.TelematicsMemory;
import dev.underpin.vehicle.telematics.unit.TelematicsParts;
import dev.underpin.vehicle.telematics.update.ImageStore;
import dev.underpin.vehicle.telematics.update.MakersSeal;
import dev.underpin.vehicle.telematics.update.UptaneVerifier;
import dev.underpin.vehicle.telematics.update.VehiclePreconditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The telematics unit with its radio, its memory and its agents, and the companion app on the owner's phone.
 * Threading: the scheduler's thread.
 */
public final class TelematicsUnit {
    private static final long STORAGE = 256L << 20;
    private static final int REPEATS = 1;
    private static final long ANSWER_BEHIND_GATEWAY = 5 * dev.underpin.time.Nanos.SECOND;

    private final VehicleParts parts;
    private final Network network;
    private final Uplink uplink;
    private final VehicleIdentity identity;
    private final InterfacePolicy policy = new InterfacePolicy();
    private final TelematicsMemory memory = new TelematicsMemory(STORAGE);
    private final Map<String, UdsClient> clients = new LinkedHashMap<>();
    private final TelematicsAgents agents;
    private final TouchScreen app;

    TelematicsUnit(
            VehicleParts parts,
            Fitting fitting,
            Network network,
            GatewayApplication gateway,
            Display infotainment,
            Display cluster) {
        this.parts = parts;
        this.network = network;
        Scheduler scheduler = parts.calendar().scheduler();
        uplink = new Uplink(scheduler, parts.entropy(), fitting.exchange(parts.cloud()));
        identity = new VehicleIdentity(
                parts.vin(), parts.keys().vehicle(), parts.keys().vehicleKeyId(), parts.calendar(), parts.entropy());
        app = new TouchScreen(scheduler, "app");
        agents = new TelematicsAgents(telematics(fitting, gateway, infotainment, cluster));
        keepRecoveryImages();
        startApp(scheduler);
    }

    /** The vehicle's radio link. */
    public Uplink uplink() {
        return uplink;
    }

    /** Whether the vehicle may be diagnosed from afar. */
    public InterfacePolicy policy() {
        return policy;
    }

    /** The key that the vehicle proves itself by to the cloud. */
    public VehicleIdentity identity() {
        return identity;
    }

    /** What survives a loss of power. */
    public TelematicsMemory memory() {
        return memory;
    }

    /** The store for images. */
    public ImageStore images() {
        return memory.images();
    }

    /** The companion app on the owner's phone. */
    public TouchScreen app() {
        return app;
    }

    String bearer() {
        return switch (agents.bearer()) {
            case "Wi-Fi" -> "wifi";
            case "Cellular" -> "cellular";
            default -> "none";
        };
    }

    String lastConsent() {
        return agents.lastConsent();
    }

    /** Has the agents run while the control unit does. */
    void install(Ecu ecu, Fitting fitting) {
        for (EcuSpec spec : parts.table().ecus().values()) {
            ClientTiming timing = fitting.patience(
                    ClientTiming.STANDARD.answerWithin(ANSWER_BEHIND_GATEWAY).repeating(REPEATS));
            clients.put(
                    spec.name(),
                    new UdsClient(
                            parts.calendar().scheduler(), fitting.tester(spec.name(), network.tester(spec)), timing));
        }
        ecu.onState(state -> power(state == EcuState.APPLICATION));
        agents.power(ecu.state() == EcuState.APPLICATION);
    }

    /** What the programs of one life have asked is not answered to the next. */
    private void power(boolean on) {
        agents.power(on);
        if (!on) {
            clients.values().forEach(UdsClient::forget);
        }
    }

    private TelematicsParts telematics(
            Fitting fitting, GatewayApplication gateway, Display infotainment, Display cluster) {
        var state = fitting.state(gateway.state());
        return new TelematicsParts(
                parts.calendar(),
                uplink,
                identity,
                new EcuAccess(List.copyOf(parts.table().ecus().keySet()), this::client, this::secret),
                parts.table(),
                state,
                fitting.control(gateway),
                fitting.preconditions(new VehiclePreconditions(state, uplink, VehiclePreconditions.Limits.STANDARD)),
                fitting.verifier(new UptaneVerifier(
                        parts.keys().repositories(),
                        parts.vin(),
                        parts.table().ecus().keySet(),
                        parts.calendar(),
                        memory.journal().trust(),
                        new MakersSeal(parts.keys().images()))),
                policy,
                fitting.display(infotainment),
                fitting.display(cluster),
                memory,
                parts.supportPhone());
    }

    private UdsClient client(String ecu) {
        UdsClient client = clients.get(ecu);
        if (client == null) {
            throw new IllegalArgumentException("no tester for %s, only for %s".formatted(ecu, clients.keySet()));
        }
        return client;
    }

    /** The secret behind security access of a control unit, as the factory set it. */
    byte[] secret(String ecu) {
        return FactorySecrets.of(parts.factory(), ecu);
    }

    private void keepRecoveryImages() {
        for (EcuSpec spec : new ArrayList<>(parts.table().ecus().values())) {
            spec.flash()
                    .filter(flash -> flash.layout() == FlashSpec.Layout.SINGLE)
                    .ifPresent(flash -> memory.recovery()
                            .keep(spec.name(), parts.firmware().apply(spec).bytes()));
        }
    }

    private void startApp(Scheduler scheduler) {
        Uplink phone = new Uplink(scheduler, parts.entropy().fork("phone"), parts.app());
        app.light(true);
        new CompanionApp(scheduler, phone, parts.vin(), app, parts.supportPhone()).start();
    }
}
