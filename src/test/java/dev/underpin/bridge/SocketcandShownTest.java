package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketcandShownTest {
    private static final long AT = 23_424_242_000L;

    @Test
    void what_is_shown_is_read_as_it_was_but_for_its_raw_dlc() throws BadInput {
        for (CanFrame frame : RandomFrames.of(31, 2000).toList()) {
            CanFrame plain = frame.fd() || frame.dlc() <= 8
                    ? frame
                    : frame.remote() ? CanFrame.remote(frame.id(), frame.extended(), 8) : frame.withRawDlc(8);
            assertThat(read(SocketcandText.frame(Instant.ofEpochSecond(0, AT), frame)))
                    .isEqualTo(new LoggedFrame(AT, "drive", Direction.RX, plain));
        }
    }

    @Test
    void an_error_frame_is_read_with_and_without_details() throws BadInput {
        ErrorFrame error = new ErrorFrame(0x288, 0x0000_040A_0000_0001L);

        assertThat(read(SocketcandText.error(Instant.ofEpochSecond(0, AT), error)))
                .isEqualTo(new LoggedError(AT, "drive", error));
        assertThat(read("< error 040 23.424242 >")).isEqualTo(new LoggedError(AT, "drive", new ErrorFrame(0x40, 0)));
    }

    @Test
    void blanks_between_the_bytes_are_of_no_account() throws BadInput {
        assertThat(read("< frame 123 23.424242 11 22 33 >")).isEqualTo(read("< frame 123 23.424242 112233 >"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            < ok >                              | neither a frame nor an error frame
            < error no bus is open >            | expected seconds.microseconds
            < frame 123 >                       | expected seconds.microseconds
            < frame 123 1.5 001122334455667788 >| more than 8 bytes
            < frame 123 1.5 1 >                 | frame:
            < frame 800 1.5 >                   | does not fit
            < rtr 123 1.5 >                     | expected an identifier, a moment and a length
            < fdframe 123 555 1.5 00 >          | flags of at most 2 digits
            """)
    void anything_else_is_refused_with_the_reason(String message, String why) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(message))
                .withMessageContaining(why);
    }

    private static Object read(String message) throws BadInput {
        return SocketcandShown.entry(message.substring(1, message.length() - 1), "drive");
    }
}
