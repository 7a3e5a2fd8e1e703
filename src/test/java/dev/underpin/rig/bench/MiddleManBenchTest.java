package dev.underpin.rig.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.can.slcan.AdapterHub;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.OutOfReach;
import dev.underpin.fault.UdsFault;
import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A control unit that lives elsewhere, on serial ports of this machine, with and without a man in the middle before it. */
@Order(Integer.MAX_VALUE)
@ResourceLock("the clock on the wall")
class MiddleManBenchTest {
    private static final int BAUD = 12_000_000;
    private static final BusTiming TIMING = new BusTiming(500_000, 2_000_000);
    private static final String BOTH =
            "{medium: slcan, port: emulated, tester-port: emulated, baud: 2000000, bit-rate: 500000%s}";

    @TempDir
    Path folder;

    private VirtualRig rig(String name, String drive, String ecus) throws IOException {
        String text = Files.readString(Path.of("rigs", "bench-slcan.yaml"))
                .replace("{pace: stepped}", "{pace: wall}")
                .replace(BOTH.formatted(", data-bit-rate: 2000000"), drive)
                .replace(BOTH.formatted(""), "{medium: virtual, bit-rate: 500000}")
                .replaceFirst("(?s)ecus: \\{.*?}", "ecus: {" + ecus + "}");
        for (String beside : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Path copy = folder.resolve(beside);
            if (!Files.exists(copy)) {
                Files.copy(Path.of("rigs", beside), copy);
            }
        }
        Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
        return new VirtualRig(RigFile.read(file), file, 1, Path.of("target", "images")).on(new BenchMedia());
    }

    private static String drive(String port, String more) {
        return "{medium: slcan, port: %s, baud: %d, bit-rate: 500000, data-bit-rate: 2000000%s}"
                .formatted(port, BAUD, more);
    }

    private static String ecus(String rest, String bms) {
        return "BMS: %2$s, GW: %1$s, VCU: %1$s, OBC: %1$s, DCDC: %1$s, THM: %1$s, INV: %1$s, BRK: %1$s, IPC: %1$s,"
                        .formatted(rest, bms)
                + " IVI: %1$s, NAV: %1$s, TCU: %1$s, ADAS: %1$s".formatted(rest);
    }

    @Test
    void a_real_unit_behind_the_man_answers_through_him_is_cut_off_spoken_for_and_late_as_the_faults_say()
            throws Exception {
        VirtualScheduler scheduler = new VirtualScheduler();
        PacedRun run = new PacedRun(scheduler, 1, lost -> {});
        try (AdapterHub bus = new AdapterHub(scheduler, TIMING, BAUD);
                AdapterHub stub = new AdapterHub(scheduler, TIMING, BAUD)) {
            String middle = ", middle: {port: %s, units: [BMS]}".formatted(stub.plugIn());
            VirtualRig bench = rig("bench", drive(bus.plugIn(), middle), ecus("simulated", "real"));
            VirtualRig elsewhere = rig("elsewhere", drive(stub.plugIn(), ""), ecus("real", "simulated"));
            Thread adapters = Thread.ofPlatform().start(run::run);
            try {
                between(bench, elsewhere);
            } finally {
                run.stop();
                adapters.join();
            }
        }
    }

    private static void between(VirtualRig bench, VirtualRig elsewhere) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread unit = Thread.ofPlatform().start(() -> {
            try (Bench battery = elsewhere.bench("elsewhere")) {
                battery.driver().ignition(true);
                battery.await().untilTrue("the end", 5 * Nanos.MINUTE, over::get, () -> "");
            }
        });
        try (Bench here = bench.bench("here")) {
            here.driver().ignition(true);
            answered(here, "22F190", "62F190");
            unlocked(here);
            disturbed(here);
        } finally {
            over.set(true);
            unit.join();
        }
    }

    /** Its secret is that of the vehicle, not of the bench that it is played on. */
    private static void unlocked(Bench here) {
        answered(here, "1003", "5003");
        String seed = here.workshop().ask("BMS", "2701");
        assertThat(seed).startsWith("6701");
        String key = here.workshop().key("BMS", seed.substring("6701".length()));
        assertThat(here.workshop().ask("BMS", "2702" + key)).isEqualTo("6702");
    }

    /** Each question has a data identifier of its own: an answer that was late is none to the next. */
    private static void disturbed(Bench here) {
        here.faults().inject(new BusFault.WireOpen("BMS"));
        assertThat(here.workshop().ask("BMS", "22F187")).doesNotStartWith("62F187");
        here.faults().heal(new BusFault.WireOpen("BMS"));

        Fault false31 = new UdsFault.FalseAnswer("BMS", "22F18C", "7FSS31");
        here.faults().inject(false31);
        answered(here, "22F18C", "7F2231");
        here.faults().heal(false31);
        answered(here, "22F18C", "62F18C");

        here.faults().inject(new UdsFault.LateAnswers("BMS", 400));
        long asked = now(here);
        answered(here, "22F191", "62F191");
        assertThat(now(here) - asked).isGreaterThanOrEqualTo(400 * Nanos.MILLISECOND);

        here.sumUp();
        Entry passage = here.history().of(Kind.MEDIUM).stream()
                .filter(entry -> entry.is("event", "passage"))
                .findFirst()
                .orElseThrow();
        assertThat(passage.text("bus")).isEqualTo("drive");
        assertThat(Integer.parseInt(passage.text("frames"))).isGreaterThan(100);
        assertThat(Double.parseDouble(passage.text("mean"))).isPositive();
    }

    private static void answered(Bench here, String request, String answer) {
        here.await()
                .untilTrue(
                        answer,
                        Nanos.MINUTE,
                        () -> here.workshop().ask("BMS", request).startsWith(answer),
                        () -> "");
    }

    private static long now(Bench here) {
        return here.calendar().scheduler().now();
    }

    @Test
    void what_no_man_or_not_he_alone_can_do_is_refused_with_what_it_needs() throws IOException {
        String middle = ", middle: {port: emulated, units: [BMS, OBC]}";
        String ecus = ecus("simulated", "real").replace("OBC: simulated, DCDC: simulated", "OBC: real, DCDC: real");
        try (Bench here = rig("here", drive("emulated", middle), ecus).bench("here")) {
            for (Fault fault : List.of(
                    new BusFault.FrameLost("DCDC", Fault.Way.RESPONSES, 1),
                    new BusFault.WireOpen("DCDC"),
                    new BusFault.DuplicatedFrame("DCDC"),
                    new UdsFault.FalseAnswer("DCDC", "22F190", "7FSS31"))) {
                assertThatThrownBy(() -> here.faults().inject(fault))
                        .isInstanceOf(OutOfReach.class)
                        .hasMessage("needs a man in the middle between DCDC and the bus: buses.drive.middle");
                assertThat(here.outOfReach(() -> List.of(fault)))
                        .containsExactly(OutOfReach.told(
                                fault, "needs a man in the middle between DCDC and the bus: buses.drive.middle"));
            }
            assertThatThrownBy(() -> here.faults().inject(new BusFault.WireOpen("BMS")))
                    .isInstanceOf(OutOfReach.class)
                    .hasMessage("needs BMS alone behind its man in the middle, without OBC");
            assertThat(here.outOfReach(() -> List.of(new BusFault.WireOpen("BMS"))))
                    .containsExactly(
                            "this rig cannot inject wire-open BMS: needs BMS alone behind its man in the middle,"
                                    + " without OBC");

            List<Fault> within = List.of(
                    new BusFault.FrameLost("BMS", Fault.Way.RESPONSES, 1),
                    new BusFault.FrameLost("DCDC", Fault.Way.REQUESTS, 1),
                    new BusFault.WireOpen("VCU"));
            within.forEach(here.faults()::inject);
            assertThat(here.outOfReach(() -> within)).isEmpty();
        }
    }
}
