package dev.underpin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When planned faults come and go. */
class NemesisTest {
    private static final long MS = Nanos.MILLISECOND;
    private static final Fault DOWN = new UplinkFault.LinkDown();
    private static final Fault CUT = new SupplyFault.SupplyCut("BMS");

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final History history = new History();
    private final List<String> acts = new ArrayList<>();

    @Test
    void a_fault_comes_at_its_time_and_goes_after_its_time() {
        Nemesis nemesis = nemesis(PlannedFault.of(DOWN, new Trigger.At(300 * MS), 200 * MS));
        nemesis.begin();
        assertThat(nemesis.spent()).isFalse();

        pass(1000);

        assertThat(acts).containsExactly("300 ms link-down", "500 ms link-down healed");
        assertThat(nemesis.spent()).isTrue();
    }

    @Test
    void a_fault_without_a_time_heals_with_the_plan_and_one_that_never_came_never_comes() {
        Nemesis nemesis = nemesis(
                PlannedFault.of(DOWN, new Trigger.Begin(), PlannedFault.UNTIL_THE_END),
                PlannedFault.of(CUT, new Trigger.At(5000 * MS), 10 * MS));
        nemesis.begin();
        pass(1000);

        nemesis.end();
        pass(9000);

        assertThat(acts).containsExactly("0 ms link-down", "1000 ms link-down healed");
        assertThat(nemesis.spent()).isTrue();
    }

    @Test
    void a_fault_waits_for_the_nth_record_that_matches_and_comes_once() {
        Trigger third = new Trigger.OnRecord(Kind.UDS, Map.of("ecu", "BMS", "pdu", "36.*"), 3, 7 * MS);
        nemesis(PlannedFault.of(CUT, third, 5 * MS)).begin();
        for (int i = 0; i < 5; i++) {
            uds("INV", "36%02X".formatted(i));
            uds("BMS", "3101FF00");
            uds("BMS", "36%02X".formatted(i));
            pass(100);
        }

        assertThat(acts).containsExactly("207 ms supply-cut", "212 ms supply-cut healed");
    }

    @Test
    void a_fault_waits_for_the_phase_of_its_control_unit() {
        nemesis(PlannedFault.of(CUT, new Trigger.AtPhase(Phase.ERASE, "BMS", 1, 0), 5 * MS))
                .begin();
        uds("INV", "3101FF00");
        pass(100);
        uds("BMS", "3101FF00");
        pass(100);

        assertThat(acts).containsExactly("100 ms supply-cut", "105 ms supply-cut healed");
    }

    @Test
    void chance_decides_once_for_each_fault_and_equally_for_the_same_seed() {
        PlannedFault[] many = new PlannedFault[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = new PlannedFault(DOWN, new Trigger.At(i * MS), 1, 0.3);
        }
        nemesis(many).begin();
        pass(200);
        List<String> first = List.copyOf(acts);
        acts.clear();
        VirtualScheduler again = new VirtualScheduler();
        Nemesis same = new Nemesis(plan(many), again, new History(), new Diary(again), new Entropy(1));
        same.begin();
        again.runUntil(200 * MS);

        assertThat(first).hasSizeBetween(40, 80).isEqualTo(acts);
    }

    private Nemesis nemesis(PlannedFault... faults) {
        return new Nemesis(plan(faults), scheduler, history, new Diary(scheduler), new Entropy(1));
    }

    private static FaultPlan plan(PlannedFault... faults) {
        return new FaultPlan("test", List.of(faults));
    }

    private void uds(String ecu, String pdu) {
        history.add(
                scheduler.now(),
                Kind.UDS,
                "drive",
                Fields.of("ecu", ecu).and("direction", "request").and("pdu", pdu));
    }

    private void pass(long millis) {
        scheduler.runUntil(scheduler.now() + millis * MS);
    }

    /** Notes what it is told, and when. */
    private final class Diary implements Injector {
        private final VirtualScheduler clock;

        Diary(VirtualScheduler clock) {
            this.clock = clock;
        }

        @Override
        public void inject(Fault fault) {
            acts.add("%d ms %s".formatted(clock.now() / MS, fault.kind()));
        }

        @Override
        public void heal(Fault fault) {
            acts.add("%d ms %s healed".formatted(clock.now() / MS, fault.kind()));
        }

        @Override
        public void healAll() {
            acts.add("%d ms all healed".formatted(clock.now() / MS));
        }
    }
}
