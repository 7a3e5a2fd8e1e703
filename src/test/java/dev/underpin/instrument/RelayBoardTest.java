package dev.underpin.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.instrument.emulated.RelayBoardEmulator;
import dev.underpin.serial.DeviceError;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayBoardTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final VirtualAwait await = new VirtualAwait(scheduler);
    private final LinePair pair = new LinePair(scheduler, "/dev/ttyUSB0");

    enum Make {
        LCUS,
        NUMATO;

        RelayBoardEmulator emulator(LinePair pair) {
            return this == LCUS ? RelayBoardEmulator.lcus(pair.device()) : RelayBoardEmulator.numato(pair.device());
        }

        RelayBoard board(VirtualScheduler scheduler, LinePair pair) {
            return this == LCUS ? new LcusBoard(scheduler, pair.host(), true) : new NumatoBoard(scheduler, pair.host());
        }
    }

    private void settle(RelayBoard board) {
        await.untilTrue("the board", 10 * Nanos.SECOND, board::settled, () -> "busy");
    }

    @ParameterizedTest
    @EnumSource
    void contacts_close_and_open_and_are_read_back(Make make) {
        RelayBoardEmulator emulator = make.emulator(pair);
        RelayBoard board = make.board(scheduler, pair);

        board.set(1, true);
        board.set(8, true);
        board.set(1, false);
        settle(board);

        assertThat(emulator.isClosed(1)).isFalse();
        assertThat(emulator.isClosed(8)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_board_that_died_is_named(Make make) {
        make.emulator(pair).die();
        RelayBoard board = make.board(scheduler, pair);

        board.set(2, true);

        assertThatThrownBy(() -> settle(board))
                .isInstanceOf(DeviceError.class)
                .hasMessageContaining("relay board /dev/ttyUSB0")
                .hasMessageContaining("found no answer within 2 s");
    }

    @ParameterizedTest
    @EnumSource
    void a_contact_that_sticks_is_found_by_reading_it_back(Make make) {
        make.emulator(pair).stick(2);
        RelayBoard board = make.board(scheduler, pair);

        board.set(2, true);

        assertThatThrownBy(() -> settle(board)).isInstanceOfSatisfying(DeviceError.class, error -> {
            assertThat(error.command()).isEqualTo(make == Make.LCUS ? "A0 02 01 A3" : "relay on 1");
            assertThat(error.expected()).isEqualTo(make == Make.LCUS ? "CH2: ON" : "'on'");
            assertThat(error.found()).isEqualTo(make == Make.LCUS ? "'CH2: OFF'" : "'off'");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_board_that_answers_something_else_is_the_wrong_one(Make make) {
        make.emulator(pair).garble();
        RelayBoard board = make.board(scheduler, pair);

        board.set(2, true);

        assertThatThrownBy(() -> settle(board)).isInstanceOf(DeviceError.class).hasMessageContaining("??");
    }

    @Test
    void a_board_that_cannot_tell_is_not_asked_and_says_that_it_cannot() {
        RelayBoardEmulator emulator = RelayBoardEmulator.lcus(pair.device());
        RelayBoard board = new LcusBoard(scheduler, pair.host(), false);

        board.set(1, true);
        settle(board);
        await.pass(Nanos.SECOND);

        assertThat(board.tells()).isFalse();
        assertThat(emulator.isClosed(1)).isTrue();
    }
}
