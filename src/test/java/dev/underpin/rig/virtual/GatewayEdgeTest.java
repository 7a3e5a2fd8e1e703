package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanBus;
import dev.underpin.doip.DoipDiscovery;
import dev.underpin.doip.DoipDiscovery.Found;
import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.DoipTester;
import dev.underpin.doip.DoipTiming;
import dev.underpin.rig.RigFile;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole vehicle, diagnosed from outside through its gateway. */
class GatewayEdgeTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final VirtualRig RIG = new VirtualRig(RigFile.read(FILE), FILE, 1, Path.of("target/images"));
    private static final String VIN = "WUPLX3EV7T1000047";
    private static final int FUNCTIONAL_ID = 0x7DF;

    private final OpenBench open = RIG.open("edge");
    private final DoipTester tester =
            new DoipTester(open.scheduler(), open.ethernet(), "outside", 0x0E80, DoipTiming.STANDARD);

    @AfterEach
    void close() {
        open.bench().close();
    }

    @Test
    void every_control_unit_tells_the_vin_through_one_connection() {
        drive();

        for (EcuSpec ecu : open.table().ecus().values()) {
            assertThat(new String(got(client(tester, ecu.doip()).readDid(0xF190)), StandardCharsets.US_ASCII))
                    .as(ecu.name())
                    .isEqualTo(VIN);
        }
    }

    @Test
    void one_functional_request_is_answered_by_everybody_on_the_buses_and_the_gateway() {
        drive();
        Map<Integer, byte[]> answers = new TreeMap<>();
        for (EcuSpec ecu : open.table().ecus().values()) {
            TesterLink link = tester.tester("GW", ecu.doip());
            link.send(new byte[] {0x3E, 0x00}, () -> {}, why -> {});
            link.listen(() -> {}, message -> answers.put(ecu.doip(), message));
        }
        pass(Nanos.SECOND);
        answers.clear();

        tester.tester("GW", DoipEntity.FUNCTIONAL).send(new byte[] {0x3E, 0x00}, () -> {}, why -> {});
        pass(Nanos.SECOND);

        Set<Integer> onBuses = open.table().ecus().values().stream()
                .filter(ecu -> !ecu.ethernet() || ecu.name().equals("GW"))
                .map(EcuSpec::doip)
                .collect(Collectors.toSet());
        assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(onBuses);
        assertThat(answers.values()).allSatisfy(answer -> assertThat(answer).containsExactly(0x7E, 0x00));
    }

    @Test
    void two_testers_read_the_same_control_unit_at_once() {
        drive();
        DoipTester second = new DoipTester(open.scheduler(), open.ethernet(), "lab", 0x0E81, DoipTiming.STANDARD);
        UdsClient one = client(tester, 0x1011);
        UdsClient other = client(second, 0x1011);

        for (int i = 0; i < 20; i++) {
            CompletableFuture<byte[]> vin = one.readDid(0xF190);
            CompletableFuture<byte[]> part = other.readDid(0xF187);
            assertThat(new String(got(vin), StandardCharsets.US_ASCII)).isEqualTo(VIN);
            assertThat(new String(got(part), StandardCharsets.US_ASCII)).startsWith("UP-BMS");
        }
    }

    @Test
    void a_parked_vehicle_wakes_for_a_tester_and_sleeps_again_when_it_has_gone() {
        List<Long> frames = frames();
        pass(Nanos.MINUTE);
        assertThat(in(frames, Nanos.SECOND)).isZero();

        UdsClient bms = client(tester, 0x1011);
        TesterLink gateway = tester.tester("GW", 0x1001);
        gateway.send(new byte[] {0x3E, 0x00}, () -> {}, why -> {});
        pass(3 * Nanos.SECOND);
        assertThat(new String(got(bms.readDid(0xF190)), StandardCharsets.US_ASCII))
                .isEqualTo(VIN);
        pass(Nanos.MINUTE);
        assertThat(in(frames, Nanos.SECOND)).isGreaterThan(50);

        tester.close();
        pass(10 * Nanos.SECOND);
        assertThat(in(frames, Nanos.SECOND)).isZero();
    }

    @Test
    void a_search_wakes_it_for_five_seconds_and_a_tester_that_falls_silent_for_five_minutes() {
        List<Long> frames = frames();
        pass(Nanos.MINUTE);
        List<List<Found>> found = new ArrayList<>();

        new DoipDiscovery(open.scheduler(), open.ethernet(), "outside", DoipTiming.STANDARD).vin(VIN, found::add);
        pass(3 * Nanos.SECOND);
        assertThat(found.getFirst()).extracting(Found::host).containsExactly("GW");
        assertThat(in(frames, Nanos.SECOND)).isGreaterThan(50);
        pass(15 * Nanos.SECOND);
        assertThat(in(frames, Nanos.SECOND)).isZero();

        tester.tester("GW", 0x1001).send(new byte[] {0x3E, 0x00}, () -> {}, why -> {});
        pass(299 * Nanos.SECOND);
        assertThat(in(frames, Nanos.SECOND)).isGreaterThan(50);
        pass(15 * Nanos.SECOND);
        assertThat(in(frames, Nanos.SECOND)).isZero();
    }

    @Test
    void nothing_but_diagnostic_identifiers_leaves_the_gateway_for_a_tester() {
        drive();
        Set<Integer> before = sentByGateway(10 * Nanos.SECOND);
        Set<Integer> diagnostic = new TreeSet<>(Set.of(FUNCTIONAL_ID));
        open.table()
                .ecus()
                .values()
                .forEach(ecu -> ecu.can().map(CanAddress::request).ifPresent(diagnostic::add));
        open.table().ecus().get("GW").can().map(CanAddress::response).ifPresent(diagnostic::add);
        Entropy entropy = new Entropy(14);
        List<Integer> targets = new ArrayList<>(
                open.table().ecus().values().stream().map(EcuSpec::doip).toList());
        targets.add(DoipEntity.FUNCTIONAL);

        for (int i = 0; i < 300; i++) {
            int target = i % 5 == 0 ? (int) entropy.below(0x10000) : targets.get((int) entropy.below(targets.size()));
            byte[] request = entropy.bytes((int) entropy.below(20) + 1);
            request[0] = (byte) (entropy.below(2) == 0 ? 0x22 : 0x3E);
            tester.tester("GW", target).send(request, () -> {}, why -> {});
        }
        Set<Integer> during = sentByGateway(60 * Nanos.SECOND);

        during.removeAll(before);
        assertThat(during).isNotEmpty().isSubsetOf(diagnostic);
    }

    @Test
    void a_full_read_out_through_the_edge_takes_two_seconds_at_most_and_disturbs_no_cyclic_frame() {
        drive();
        Set<String> codes = codes();
        long begun = open.scheduler().now();
        List<CompletableFuture<byte[]>> all = new ArrayList<>();
        for (EcuSpec ecu : open.table().ecus().values()) {
            UdsClient client = client(tester, ecu.doip());
            all.add(client.readDid(0xF190));
            all.add(client.readDid(0xF189));
            all.add(client.readDid(0xF18C));
        }

        all.forEach(this::got);

        assertThat(open.scheduler().now() - begun).isLessThan(2 * Nanos.SECOND);
        pass(10 * Nanos.SECOND);
        assertThat(codes()).isEqualTo(codes);
    }

    private void drive() {
        open.bench().driver().ignition(true);
        pass(15 * Nanos.SECOND);
    }

    private Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (EcuSpec ecu : open.table().ecus().values()) {
            got(client(tester, ecu.doip()).readDtcs(0xFF)).forEach(record -> codes.add(ecu.name() + " " + record));
        }
        return codes;
    }

    private Set<Integer> sentByGateway(long lasting) {
        Set<Integer> ids = new TreeSet<>();
        boolean[] over = {false};
        for (CanBus bus : open.buses().values()) {
            bus.observe((at, sender, frame) -> {
                if (sender.equals("GW") && !over[0]) {
                    ids.add(frame.id());
                }
            });
        }
        pass(lasting);
        over[0] = true;
        return ids;
    }

    private List<Long> frames() {
        List<Long> frames = new ArrayList<>();
        open.buses().values().forEach(bus -> bus.observe((at, sender, frame) -> frames.add(at)));
        return frames;
    }

    /** How many there were in the time that has just passed. */
    private long in(List<Long> frames, long lasting) {
        return frames.stream()
                .filter(at -> at > open.scheduler().now() - lasting)
                .count();
    }

    private UdsClient client(DoipTester from, int target) {
        return new UdsClient(open.scheduler(), from.tester("GW", target), ClientTiming.STANDARD);
    }

    private void pass(long nanos) {
        open.scheduler().runUntil(open.scheduler().now() + nanos);
    }

    private <T> T got(CompletableFuture<T> future) {
        while (!future.isDone() && open.scheduler().step()) {
            assertThat(open.scheduler().now()).isLessThan(Nanos.HOUR);
        }
        return future.join();
    }
}
