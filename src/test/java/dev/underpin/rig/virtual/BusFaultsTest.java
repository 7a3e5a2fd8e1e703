package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.underpin.fault.BitFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.fault.Witness;
import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Verdict;
import dev.underpin.judge.Witnesses;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bus faults of the virtual rig while the vehicle is read out, and their witnesses. */
class BusFaultsTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final VirtualRig RIG = new VirtualRig(RigFile.read(FILE), FILE, 1, Path.of("target/images"));

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"bus-off, BMS", "bus-noise, drive 5000", "babbling-idiot, drive", "duplicated-frame, BMS"})
    void the_witness_sees_the_fault_that_is_injected_and_nothing_when_it_is_not(String fault, String target) {
        try (Bench disturbed = RIG.bench("bus fault");
                Bench sound = RIG.bench("bus fault")) {
            awake(disturbed).faults().inject(fault(fault, target));
            readOut(disturbed);
            Entry pretended = awake(sound)
                    .history()
                    .add(
                            now(sound),
                            Kind.FAULT,
                            "nemesis",
                            Fields.of("fault", fault).and("target", target).and("state", "injected"));
            readOut(sound);

            assertThat(verdict(disturbed)).isEqualTo(Verdict.PASS);
            assertThat(verdict(sound)).isEqualTo(Verdict.VACUOUS);
            assertThat(Witness.of(fault(fault, target)).seenIn(sound.history(), pretended))
                    .isEmpty();
        }
    }

    @Test
    void a_fault_that_was_healed_leaves_the_vehicle_as_it_was() {
        try (Bench bench = RIG.bench("healed")) {
            awake(bench);
            for (int i = 0; i < 2; i++) {
                bench.faults().inject(new BitFault.BusOff("BMS"));
                bench.await().pass(Nanos.SECOND);
            }
            bench.faults().heal(new BitFault.BusOff("BMS"));
            bench.faults().heal(new BitFault.BusOff("BMS"));
            bench.await().pass(2 * Nanos.SECOND);
            int changes = bench.history().of(Kind.CONTROLLER).size();
            bench.await().pass(10 * Nanos.SECOND);

            assertThat(bench.history().of(Kind.CONTROLLER)).hasSize(changes);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "bus-off, XYZ",
        "bus-noise, drive",
        "bus-noise, nowhere 5000",
        "babbling-idiot, nowhere",
        "duplicated-frame, XYZ"
    })
    void a_target_that_is_not_there_is_named(String fault, String target) {
        try (Bench bench = RIG.bench("no target")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bench.faults().inject(fault(fault, target)))
                    .withMessageContaining(target.split(" ")[0]);
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
        bench.await().pass(2 * Nanos.SECOND);
    }

    private static Verdict verdict(Bench bench) {
        Promise witness = Witnesses.of(bench.history()).getFirst();
        return witness.checker().check(bench.history()).verdict();
    }

    private static long now(Bench bench) {
        return bench.calendar().scheduler().now();
    }

    private static Fault fault(String kind, String target) {
        return FaultKind.named(kind).orElseThrow().fault(target);
    }
}
