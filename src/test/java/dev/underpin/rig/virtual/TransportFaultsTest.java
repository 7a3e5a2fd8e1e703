package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.fault.UdsFault;
import dev.underpin.fault.Witness;
import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.judge.Verdict;
import dev.underpin.judge.Witnesses;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The transport faults of the virtual rig while the vehicle is read out, and their witnesses. */
class TransportFaultsTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final VirtualRig RIG = new VirtualRig(RigFile.read(FILE), FILE, 1, Path.of("target/images"));

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "false-answer, BRK 22F195 62F196464646",
        "false-answer, BMS 22F195 62F195464646",
        "endless-pending, BRK 22F195 1000",
        "endless-pending, BRK 22F195 0",
        "second-responder, ADAS 227061 62706101",
        "foreign-identifier, BRK 22F195 7A0 62F195464646",
        "late-answers, BRK 2000",
        "code-flood, BRK 300",
        "transport, BRK responses lost-frame once",
        "transport, BRK responses reordered-frames once",
        "transport, BRK responses doubled-frame once",
        "transport, BRK responses wrong-number always",
        "transport, BRK responses late-frame once",
        "transport, BRK responses no-flow-control always",
        "transport, BRK responses wait always",
        "route-blocked, BRK"
    })
    void the_witness_sees_the_fault_that_is_injected_and_nothing_when_it_is_not(String fault, String target) {
        try (Bench disturbed = RIG.bench("transport fault");
                Bench sound = RIG.bench("transport fault")) {
            awake(disturbed).faults().inject(fault(fault, target));
            readOut(disturbed);
            Entry pretended = awake(sound)
                    .history()
                    .add(
                            sound.calendar().scheduler().now(),
                            Kind.FAULT,
                            "nemesis",
                            Fields.of("fault", fault).and("target", target).and("state", "injected"));
            readOut(sound);

            assertThat(Witnesses.of(disturbed.history())
                            .getFirst()
                            .checker()
                            .check(disturbed.history())
                            .verdict())
                    .isEqualTo(Verdict.PASS);
            assertThat(Witness.of(fault(fault, target)).seenIn(sound.history(), pretended))
                    .isEmpty();
        }
    }

    @Test
    void a_fault_that_was_healed_leaves_the_unit_to_answer_for_itself() {
        try (Bench bench = RIG.bench("healed")) {
            awake(bench).faults().inject(new UdsFault.FalseAnswer("BRK", "22F195", "7FSS22"));
            bench.faults().heal(new UdsFault.FalseAnswer("BRK", "22F195", "7FSS22"));
            readOut(bench);

            assertThat(bench.history().of(Kind.UDS))
                    .filteredOn(entry -> entry.is("ecu", "BRK") && entry.is("direction", "response"))
                    .isNotEmpty()
                    .noneMatch(entry -> entry.text("pdu").startsWith("7F"));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "false-answer, XYZ 22F195 62",
        "false-answer, BRK 22F195",
        "false-answer, BRK 22F195 odd",
        "transport, BRK responses unheard-of once",
        "code-flood, NAV 3"
    })
    void a_target_that_does_not_hold_is_named(String fault, String target) {
        try (Bench bench = RIG.bench("no target")) {
            assertThatIllegalArgumentException().isThrownBy(() -> bench.faults().inject(fault(fault, target)));
        }
    }

    private static Bench awake(Bench bench) {
        bench.driver().ignition(true);
        bench.await().pass(14 * Nanos.SECOND);
        return bench;
    }

    private static void readOut(Bench bench) {
        bench.driver().press("infotainment", "Diagnostics");
        bench.await().pass(Nanos.SECOND);
        bench.driver().press("infotainment", "Allow");
        bench.await().pass(5 * Nanos.SECOND);
    }

    private static Fault fault(String kind, String target) {
        return FaultKind.named(kind).orElseThrow().fault(target);
    }
}
