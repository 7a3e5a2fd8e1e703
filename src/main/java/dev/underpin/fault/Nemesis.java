package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.time.Alarm;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries a plan out: waits for the moment of each fault, has it injected, and healed when its time is over. It knows the rig only by its
 * {@link Injector} and the flow only by its history. Threading: the scheduler's thread.
 */
public final class Nemesis {
    private final Scheduler scheduler;
    private final History history;
    private final Injector injector;
    private final List<Duty> duties = new ArrayList<>();
    private final Consumer<Entry> ear = this::heard;

    /** A nemesis for {@code plan}; {@link #begin()} sets it on. */
    public Nemesis(FaultPlan plan, Scheduler scheduler, History history, Injector injector, Entropy entropy) {
        this.scheduler = scheduler;
        this.history = history;
        this.injector = injector;
        for (PlannedFault planned : plan.faults()) {
            if (entropy.unit() < planned.chance()) {
                duties.add(new Duty(planned));
            }
        }
    }

    /** Triggers count from now on. */
    public void begin() {
        history.listen(ear);
        duties.forEach(Duty::arm);
    }

    /** Every fault heals, and what has not happened does not happen any more. */
    public void end() {
        history.unlisten(ear);
        duties.forEach(Duty::end);
    }

    /** Whether no fault is active and none with a time of its own is to come. */
    public boolean spent() {
        return duties.stream().allMatch(Duty::spent);
    }

    /** The faults whose moment has not come. */
    public List<PlannedFault> missed() {
        return duties.stream()
                .filter(duty -> !duty.came)
                .map(duty -> duty.planned)
                .toList();
    }

    /** Whether a moment is set at which a fault begins or heals. */
    public boolean underWay() {
        return duties.stream().anyMatch(Duty::underWay);
    }

    private void heard(Entry entry) {
        for (Duty duty : duties) {
            duty.heard(entry);
        }
    }

    private final class Duty {
        private final PlannedFault planned;
        private final Alarm injection;
        private final Alarm healing;
        private int met;
        private boolean came;
        private boolean active;
        private boolean over;

        Duty(PlannedFault planned) {
            this.planned = planned;
            injection = scheduler.alarm(this::inject);
            healing = scheduler.alarm(this::heal);
        }

        void arm() {
            switch (planned.when()) {
                case Trigger.Begin now -> injection.in(0);
                case Trigger.At at -> injection.in(at.after());
                case Trigger.OnRecord record -> {}
                case Trigger.AtPhase phase -> {}
            }
        }

        void heard(Entry entry) {
            if (planned.when() instanceof Trigger.Awaited awaited && awaited.meets(entry)) {
                met++;
                if (met == awaited.occurrence()) {
                    injection.in(awaited.after());
                }
            }
        }

        void inject() {
            came = true;
            active = true;
            injector.inject(planned.fault());
            if (planned.lasting() != PlannedFault.UNTIL_THE_END) {
                healing.in(planned.lasting());
            }
        }

        void heal() {
            active = false;
            over = true;
            injector.heal(planned.fault());
        }

        void end() {
            injection.cancel();
            healing.cancel();
            if (active) {
                heal();
            }
            over = true;
        }

        boolean underWay() {
            return injection.armed() || healing.armed();
        }

        boolean spent() {
            return over || (!active && !injection.armed());
        }
    }
}
