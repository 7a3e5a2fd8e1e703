package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.Injector;
import dev.underpin.fault.Nemesis;
import dev.underpin.fault.Phase;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.PlantFault;
import dev.underpin.fault.Sighting;
import dev.underpin.fault.Trigger;
import dev.underpin.fault.Witness;
import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults of supply, cells, units, air, cloud, screen, plant and people, injected into an update, and their witnesses. */
class SeamFaultsTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final VirtualRig RIG = new VirtualRig(RigFile.read(FILE), FILE, 1, Path.of("target/images"));
    private static final long LIMIT = 120 * Nanos.SECOND;

    @ParameterizedTest(name = "{0}, {1} at {2}")
    @CsvSource({
        "wire-open, BMS, precheck",
        "frame-lost, BMS requests 40, precheck",
        "frame-late, BMS requests 40 1500, precheck",
        "keys-guessed, BRK 3, offer",
        "supply-cut, BMS, transfer",
        "supply-dip, BMS 8.0, transfer",
        "blackout, '', transfer",
        "brown-out, 8.5, transfer",
        "cranking, 5.5, consent",
        "flash-cut, BMS 3 200, consent",
        "flash-rot, BMS 4711 3, exit",
        "flash-bad-sector, BMS 0, offer",
        "flash-slow, BMS 20, offer",
        "ecu-reset, BMS, transfer",
        "link-drop, 50, offer",
        "sensor-drift, hottest-cell 60.0, outcome",
        "cell-weak, -0.6, outcome",
        "unplugs, '', outcome",
        "clock-wrong, 3600, consent",
        "clock-drift, 200000, consent",
        "storage-full, 10, offer",
        "image-altered, BMS bit, consent",
        "image-altered, BMS older, consent",
        "journal-newer, '', consent",
        "keys-locked, '', metadata",
        "log-flood, 20000, offer",
        "new-software-loops, BMS, consent",
        "new-software-hangs, BMS, consent",
        "name-unknown, '', download",
        "impostor, expired, download",
        "link-down, '', download",
        "link-flapping, 700, download",
        "link-slow, 20000, download",
        "link-latency, 2000, offer",
        "link-loss, 60, offer",
        "link-half-open, '', offer",
        "exchange-lost, .*/images/.* 1, offer",
        "cloud-status, .*/images/.* 503 2, offer",
        "answer-spoilt, .*/images/.* doubled 1, offer",
        "metadata-forged, director targets bad-signature, offer",
        "request-doubled, .*/manifest, offer",
        "server-clock-wrong, 600, offer",
        "old-answer, .*/mailbox.* .*offerId.*, download",
        "touch-dead, '', consent",
        "screen-frozen, '', consent",
        "isolation-low, 40, outcome",
        "interlock-open, '', outcome",
        "charge-low, 12, consent",
        "body-contact, door-open, consent",
        "on-slope, 13, consent",
        "converter-weak, 100, outcome",
        "cancels, '', consent",
        "walks-away, '', consent",
        "drives-off, 20, offer",
        "no-answer, '', consent",
        "double-press, '', offer",
        "two-places, '', offer",
        "hammers, 20, offer",
        "withdraws-consent, '', offer",
        "trespasses, stranger GET /vehicle/v1/{vin}/mailbox {}, offer"
    })
    void the_witness_sees_the_fault_that_is_injected_and_nothing_when_it_is_not(
            String kind, String target, String phase) {
        Fault fault = FaultKind.named(kind).orElseThrow().fault(target);
        try (Bench disturbed = RIG.bench("seam");
                Bench sound = RIG.bench("seam")) {
            Trigger when = new Trigger.AtPhase(Phase.named(phase).orElseThrow(), "", 1, 0);
            Entry pretended = update(sound, fault, when, new Pretending(sound));
            Optional<Sighting> imagined = Witness.of(fault).seenIn(sound.history(), pretended);
            Entry injected = update(disturbed, fault, when, disturbed.faults());
            Optional<Sighting> seen = Witness.of(fault).seenIn(disturbed.history(), injected);

            assertThat(seen).as("injected").isPresent();
            assertThat(imagined).as("not injected").isEmpty();
        }
    }

    @Test
    void an_empty_12_v_battery_is_seen_when_the_converter_no_longer_carries_the_load() {
        Fault fault = new PlantFault.LowVoltageLow(3);
        try (Bench disturbed = RIG.bench("empty");
                Bench sound = RIG.bench("empty")) {
            assertThat(Witness.of(fault).seenIn(disturbed.history(), leftAlone(disturbed, disturbed.faults(), fault)))
                    .isPresent();
            assertThat(Witness.of(fault).seenIn(sound.history(), leftAlone(sound, new Pretending(sound), fault)))
                    .isEmpty();
        }
    }

    private static Entry leftAlone(Bench bench, Injector injector, Fault fault) {
        bench.driver().ignition(true);
        bench.await().pass(14 * Nanos.SECOND);
        injector.inject(fault);
        bench.driver().ignition(false);
        bench.await().pass(10 * Nanos.SECOND);
        return bench.history().of(Kind.FAULT).getFirst();
    }

    /** An update of one control unit; whoever asks is answered. */
    private static Entry update(Bench bench, Fault fault, Trigger when, Injector injector) {
        PlannedFault planned = PlannedFault.of(fault, when, PlannedFault.UNTIL_THE_END);
        Nemesis nemesis = new Nemesis(
                new FaultPlan("one", List.of(planned)),
                bench.calendar().scheduler(),
                bench.history(),
                injector,
                new Entropy(1));
        bench.driver().ignition(true);
        bench.await().pass(14 * Nanos.SECOND);
        bench.driver().press("app", "Updates");
        nemesis.begin();
        bench.manufacturer().publish("battery-patch");
        long end = now(bench) + LIMIT;
        while (now(bench) < end) {
            bench.await().pass(5 * Nanos.SECOND);
            for (String button : List.of("Install Update", "Confirm")) {
                if (bench.driver().buttons("infotainment").contains(button)) {
                    bench.driver().press("infotainment", button);
                }
            }
        }
        return bench.history().of(Kind.FAULT).getFirst();
    }

    private static long now(Bench bench) {
        return bench.calendar().scheduler().now();
    }

    /** Writes into the history that a fault was injected, and injects none. */
    private record Pretending(Bench bench) implements Injector {
        @Override
        public void inject(Fault fault) {
            String target = fault.target();
            bench.history()
                    .add(
                            now(bench),
                            Kind.FAULT,
                            "nemesis",
                            Fields.of("fault", fault.kind())
                                    .and("target", target.isEmpty() ? null : target)
                                    .and("state", "injected"));
        }

        @Override
        public void heal(Fault fault) {}

        @Override
        public void healAll() {}
    }
}
