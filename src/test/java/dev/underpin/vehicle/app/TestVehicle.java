package dev.underpin.vehicle.app;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.database.Database;
import dev.underpin.can.database.Message;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.ecu.Ecu;
import dev.underpin.vehicle.ecu.EcuParts;
import dev.underpin.vehicle.ecu.EcuSeams;
import dev.underpin.vehicle.ecu.EcuState;
import dev.underpin.vehicle.ecu.Supply;
import dev.underpin.vehicle.ecu.UnitTrust;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import dev.underpin.vehicle.plant.Conditions;
import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.screen.TouchScreen;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The whole vehicle on virtual buses, its control units without flash, with a tester wired to each. */
final class TestVehicle {
    private static final Database SIGNALS = Database.read(Path.of("rigs/ev.dbc"));
    private static final EcuTable TABLE = EcuTable.load(Path.of("rigs/ecus.yaml"));
    private static final KeyPair KEYS = keys();
    private static final int STORED = 0x0D;

    final VirtualScheduler scheduler = new VirtualScheduler();
    final Plant plant;
    final Cluster cluster = new Cluster();
    final TouchScreen clusterScreen = new TouchScreen(scheduler, "cluster");
    final TouchScreen infotainment = new TouchScreen(scheduler, "infotainment");
    final Applications applications;
    private final Map<String, Integer> frames = new TreeMap<>();
    private final Map<String, Supply> supplies = new LinkedHashMap<>();
    private final Map<String, UdsClient> testers = new LinkedHashMap<>();
    private final Map<Integer, CanFrame> last = new LinkedHashMap<>();
    private final Map<String, VirtualBus> buses = new LinkedHashMap<>();
    private final Map<String, Ecu> ecus = new LinkedHashMap<>();

    TestVehicle() {
        this(Conditions.USUAL);
    }

    TestVehicle(Conditions conditions) {
        plant = new Plant(scheduler, conditions);
        buses.put("drive", new VirtualBus(scheduler, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1)));
        buses.put("chassis", new VirtualBus(scheduler, "chassis", BusTiming.classic(500_000), new Entropy(1)));
        buses.forEach((name, bus) -> bus.observe((at, sender, frame) -> {
            frames.merge(name, 1, Integer::sum);
            last.put(frame.id(), frame);
        }));
        Wiring wiring = new Wiring(plant, SIGNALS, TABLE, new Backbone());
        Surfaces surfaces = new Surfaces(cluster, clusterScreen, infotainment, "+371 6700 0000");
        applications = new Applications(wiring, surfaces, () -> "wifi", () -> "");
        TABLE.ecus().values().forEach(this::assemble);
    }

    /** With the ignition on, everything started. */
    static TestVehicle ready() {
        TestVehicle vehicle = new TestVehicle();
        vehicle.pass(1);
        vehicle.plant.controls().ignition(true);
        vehicle.pass(15);
        return vehicle;
    }

    /** Driving at {@code speed} km/h. */
    static TestVehicle driving(double speed) {
        TestVehicle vehicle = ready();
        vehicle.plant.controls().gear(Gear.D);
        vehicle.plant.controls().drive(speed);
        vehicle.pass(40);
        return vehicle;
    }

    void pass(double seconds) {
        scheduler.runUntil(scheduler.now() + Math.round(seconds * Nanos.SECOND));
    }

    UdsClient tester(String ecu) {
        return Objects.requireNonNull(testers.get(ecu));
    }

    /** The wire that feeds a control unit. */
    Supply supply(String ecu) {
        return Objects.requireNonNull(supplies.get(ecu));
    }

    /** Lets time pass until the answer is there. */
    <T> T answer(CompletableFuture<T> future) {
        long limit = scheduler.now() + 60 * Nanos.SECOND;
        while (!future.isDone() && scheduler.now() < limit) {
            scheduler.step();
        }
        return future.join();
    }

    /** All stored codes (failed, pending or confirmed) as {@code ECU CODE STATUS}. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        ecus.keySet().forEach(ecu -> codes(ecu).forEach(code -> codes.add(ecu + " " + code)));
        return codes;
    }

    List<String> codes(String ecu) {
        if (Objects.requireNonNull(ecus.get(ecu)).state() != EcuState.APPLICATION) {
            return List.of();
        }
        return answer(tester(ecu).readDtcs(STORED)).stream()
                .map(DtcRecord::toString)
                .toList();
    }

    /** Snapshot record 01 of a code, by name. */
    Map<String, Object> snapshot(String ecu, String code) {
        return answer(tester(ecu).snapshot(DtcCode.parse(code), 1)).stream()
                .findFirst()
                .map(snapshot -> new SnapshotLayout(TABLE.snapshot()).decode(snapshot.data()))
                .orElseThrow();
    }

    /** The value of {@code Message.Signal} in the last frame seen on a bus. */
    double signal(String name) {
        int dot = name.indexOf('.');
        Message message = SIGNALS.message(name.substring(0, dot));
        CanFrame frame = last.get(message.id());
        return frame == null ? -1 : message.signal(name.substring(dot + 1)).decode(frame.data());
    }

    int frameCount() {
        return frames.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void assemble(EcuSpec full) {
        EcuSpec spec = withoutFlash(full);
        Map<String, CanPort> ports = new LinkedHashMap<>();
        spec.buses()
                .forEach(bus ->
                        ports.put(bus, Objects.requireNonNull(buses.get(bus)).attach(spec.name())));
        Supply supply = new Supply();
        plant.power().terminal(spec.name()).listen(supply::feed);
        Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-02T07:00:00Z"));
        EcuParts parts = new EcuParts(
                calendar,
                new Entropy(1),
                "WUPLX3EV7T1000047",
                "SN-" + spec.name(),
                new byte[] {1},
                supply,
                ports,
                TABLE.snapshot(),
                Optional.empty(),
                KEYS.getPublic(),
                new UnitTrust(KEYS.getPublic(), KEYS.getPrivate(), new byte[0]),
                rate -> {},
                EcuSeams.STANDARD);
        Ecu ecu = Ecu.assemble(spec, parts, applications.of(spec.name()));
        Loopback loopback = new Loopback(scheduler);
        ecu.attach(loopback);
        supplies.put(spec.name(), supply);
        ecus.put(spec.name(), ecu);
        testers.put(spec.name(), new UdsClient(scheduler, loopback, ClientTiming.STANDARD));
    }

    private static EcuSpec withoutFlash(EcuSpec spec) {
        return new EcuSpec(
                spec.name(),
                spec.title(),
                spec.buses(),
                spec.can(),
                spec.doip(),
                spec.ethernet(),
                spec.bootMillis(),
                spec.safety(),
                spec.hardware(),
                spec.part(),
                spec.version(),
                Optional.empty(),
                spec.services(),
                spec.dids().stream().filter(did -> did.did() >>> 8 != 0xF1).toList(),
                spec.routines(),
                spec.dtcs(),
                spec.further());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
