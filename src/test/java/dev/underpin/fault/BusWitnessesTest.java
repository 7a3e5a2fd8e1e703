package dev.underpin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The witnesses of bus faults before histories made by hand: each sees its effect, and nothing where there is none. */
class BusWitnessesTest {
    private static final int ERROR = FrameLog.ID_ERROR | 0x288;
    private static final int STATE = FrameLog.ID_ERROR | 0x204;
    private static final long MS = Nanos.MILLISECOND;

    private final History history = new History();
    private final FrameLog drive = history.frames("drive");
    private final FrameLog chassis = history.frames("chassis");

    @Test
    void a_node_that_leaves_the_bus_is_seen_and_another_one_or_a_lesser_state_is_not() {
        Entry fault = fault("bus-off", "BMS", "injected");
        controller("VCU", "bus-off");
        controller("BMS", "error-passive");
        assertThat(seen(fault)).isEmpty();

        Entry left = controller("BMS", "bus-off");

        assertThat(seen(fault).orElseThrow().records()).containsExactly(left);
    }

    @Test
    void a_bus_off_before_the_fault_shows_nothing() {
        controller("BMS", "bus-off");

        assertThat(seen(fault("bus-off", "BMS", "injected"))).isEmpty();
    }

    @Test
    void noise_is_seen_by_an_error_on_its_bus_while_it_lasts() {
        drive.append(1, ERROR, 0, new byte[8]);
        Entry fault = fault("bus-noise", "drive 5000", "injected");
        drive.append(20 * MS, STATE, 0, new byte[8]);
        drive.append(20 * MS, 0x123, 0, new byte[8]);
        chassis.append(20 * MS, ERROR, 0, new byte[8]);
        fault("bus-noise", "drive 5000", "healed", 30 * MS);
        drive.append(40 * MS, ERROR, 0, new byte[8]);
        assertThat(seen(fault)).isEmpty();

        drive.append(25 * MS, ERROR, 0, new byte[8]);

        assertThat(seen(fault).orElseThrow().words())
                .isEqualTo("a node of drive told of an error in a frame at 0.025000 s");
    }

    @Test
    void a_babbling_idiot_is_seen_by_the_share_of_one_identifier_on_its_bus() {
        Entry fault = fault("babbling-idiot", "drive", "injected");
        for (int i = 0; i < 600; i++) {
            chassis.append(20 * MS + i * MS, 0, 0, new byte[8]);
            drive.append(20 * MS + i * MS, 0x100 + i % 3, 0, new byte[8]);
        }
        assertThat(seen(fault)).isEmpty();

        for (int i = 0; i < 700; i++) {
            drive.append(620 * MS + i * MS / 4, 0, 0, new byte[8]);
        }

        assertThat(seen(fault).orElseThrow().words()).startsWith("of 1300 frames on drive 700 had the same identifier");
    }

    @Test
    void a_few_frames_of_one_identifier_on_a_quiet_bus_are_no_babble() {
        Entry fault = fault("babbling-idiot", "drive", "injected");
        for (int i = 0; i < 100; i++) {
            drive.append(20 * MS + i * 10 * MS, 0x100, 0, new byte[8]);
        }

        assertThat(seen(fault)).isEmpty();
    }

    @Test
    void twins_are_two_equal_frames_back_to_back_with_nothing_but_errors_between_them() {
        Entry fault = fault("duplicated-frame", "BMS", "injected");
        frame(20, 0x7EC, 1);
        frame(20.3, 0x7EC, 2);
        frame(20.6, 0x100, 2);
        frame(20.9, 0x7EC, 2);
        frame(25, 0x7EC, 2);
        assertThat(seen(fault)).isEmpty();

        drive.append(25 * MS + MS / 10, ERROR, 0, new byte[8]);
        frame(25.3, 0x7EC, 2);

        assertThat(seen(fault).orElseThrow().words()).isEqualTo("two equal frames back to back on drive at 0.025300 s");
    }

    private void frame(double millis, int id, int content) {
        drive.append((long) (millis * MS), id, 0, new byte[] {(byte) content});
    }

    private Entry controller(String node, String state) {
        return history.add(
                20 * MS,
                Kind.CONTROLLER,
                "drive",
                Fields.of("bus", "drive").and("node", node).and("state", state));
    }

    private Entry fault(String fault, String target, String state) {
        return fault(fault, target, state, 10 * MS);
    }

    private Entry fault(String fault, String target, String state, long at) {
        return history.add(
                at,
                Kind.FAULT,
                "nemesis",
                Fields.of("fault", fault).and("target", target).and("state", state));
    }

    private Optional<Sighting> seen(Entry injected) {
        return Witness.of(Fault.of(injected)).seenIn(history, injected);
    }
}
