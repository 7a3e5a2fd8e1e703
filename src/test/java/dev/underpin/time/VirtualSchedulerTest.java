package dev.underpin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualSchedulerTest {
    /** Alarms that coincide, that crowd one slot of the wheel, that spread over its slots, and that lie beyond it. */
    private static final long[] RANGES = {50, 60 * Nanos.MICROSECOND, 20 * Nanos.MILLISECOND, 300 * Nanos.MILLISECOND};

    private final VirtualScheduler time = new VirtualScheduler();
    private final List<String> ran = new ArrayList<>();

    private Alarm alarm(String name) {
        return time.alarm(() -> ran.add(time.now() + " " + name));
    }

    @Test
    void alarmsGoOffByTimeAndThenInTheOrderOfArming() {
        alarm("late").at(20);
        alarm("first").at(10);
        alarm("second").at(10);
        time.runUntil(30);

        assertThat(ran).containsExactly("10 first", "10 second", "20 late");
        assertThat(time.now()).isEqualTo(30);
    }

    @Test
    void anAlarmThatArmsItselfAgainComesBehindWhatIsDueAtThatMoment() {
        Alarm[] again = new Alarm[1];
        again[0] = time.alarm(() -> {
            ran.add(time.now() + " again");
            if (time.now() < 20) {
                again[0].in(10);
            }
        });
        again[0].at(10);
        alarm("other").at(20);
        time.runUntil(100);

        assertThat(ran).containsExactly("10 again", "20 other", "20 again");
        assertThat(again[0].armed()).isFalse();
    }

    @Test
    void anAlarmMayBeMovedAndCancelledWhileAnotherRuns() {
        Alarm moved = alarm("moved");
        Alarm cancelled = alarm("cancelled");
        moved.at(50);
        cancelled.at(20);
        time.after(10, () -> {
            moved.at(15);
            cancelled.cancel();
            cancelled.cancel();
        });
        time.runUntil(100);

        assertThat(ran).containsExactly("15 moved");
    }

    @Test
    void aPastMomentMeansNow() {
        time.runUntil(100);
        alarm("past").at(10);
        assertThat(time.nextAt()).isEqualTo(100);
        assertThat(time.step()).isTrue();
        assertThat(time.step()).isFalse();
        assertThat(ran).containsExactly("100 past");
    }

    @Test
    void aStepWithinAStepGoesOnWithTheNextAlarm() {
        alarm("inner").at(15);
        time.after(10, () -> {
            time.runUntil(20);
            ran.add(time.now() + " outer");
        });
        time.runUntil(30);

        assertThat(ran).containsExactly("15 inner", "20 outer");
    }

    @Test
    void whatAnActionThrowsLeavesTheStepAndTheQueueWhole() {
        time.after(10, () -> {
            throw new IllegalStateException("broken");
        });
        alarm("next").at(20);

        assertThatThrownBy(() -> time.runUntil(30)).hasMessage("broken");
        time.runUntil(30);
        assertThat(ran).containsExactly("20 next");
    }

    @Test
    void anyMixOfArmingMovingAndCancellingRunsLikeASortedList() {
        for (long range : RANGES) {
            for (int seed = 0; seed < 20; seed++) {
                assertThat(new Mix(seed, range).played())
                        .as("seed %d, %d ns", seed, range)
                        .isTrue();
            }
        }
    }

    /** Seeded alarms that arm, move and cancel each other, checked against a list that is searched for its minimum. */
    private static final class Mix {
        private static final int ALARMS = 100;

        private final VirtualScheduler time = new VirtualScheduler();
        private final Entropy entropy;
        private final long range;
        private final Alarm[] alarms = new Alarm[ALARMS];
        private final long[] due = new long[ALARMS];
        private final long[] order = new long[ALARMS];
        private long armings;
        private boolean sound = true;

        Mix(int seed, long range) {
            entropy = new Entropy(seed);
            this.range = range;
            for (int i = 0; i < ALARMS; i++) {
                int me = i;
                due[i] = -1;
                alarms[i] = time.alarm(() -> runs(me));
            }
        }

        boolean played() {
            for (int i = 0; i < ALARMS; i++) {
                arm(i, entropy.below(2 * range));
            }
            for (int i = 0; i < 2_000 && time.step(); i++) {
                sound &= time.nextAt() == (expected() < 0 ? Long.MAX_VALUE : due[expected()]);
            }
            return sound;
        }

        private void runs(int me) {
            sound &= me == expected() && time.now() == due[me];
            due[me] = -1;
            for (int i = (int) entropy.below(4); i > 0; i--) {
                int other = (int) entropy.below(ALARMS);
                if (entropy.below(3) == 0) {
                    alarms[other].cancel();
                    due[other] = -1;
                } else {
                    arm(other, time.now() + entropy.below(range));
                }
            }
            if (entropy.below(2) == 0) {
                arm(me, time.now() + entropy.below(range));
            }
        }

        private void arm(int which, long at) {
            alarms[which].at(at);
            due[which] = at;
            order[which] = armings++;
        }

        private int expected() {
            int first = -1;
            for (int i = 0; i < ALARMS; i++) {
                boolean earlier = first < 0 || due[i] < due[first] || (due[i] == due[first] && order[i] < order[first]);
                first = due[i] >= 0 && earlier ? i : first;
            }
            return first;
        }
    }
}
