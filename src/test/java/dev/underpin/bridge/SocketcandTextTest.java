package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketcandTextTest {
    private static final Instant AT = Instant.ofEpochSecond(23, 424_242_999);

    @Test
    void frames_are_shown_as_socketcand_shows_them() {
        assertThat(SocketcandText.frame(AT, CanFrame.classic(0x1A, new byte[] {0x11, (byte) 0xFF})))
                .isEqualTo("< frame 01A 23.424242 11FF >");
        assertThat(SocketcandText.frame(AT, CanFrame.extended(0x1A))).isEqualTo("< frame 0000001A 23.424242  >");
        assertThat(SocketcandText.frame(AT, CanFrame.remote(0x123, false, 4))).isEqualTo("< rtr 123 23.424242 4 >");
        assertThat(SocketcandText.frame(AT, CanFrame.fd(0x7EC, false, true, new byte[] {1})))
                .isEqualTo("< fdframe 7EC 05 23.424242 01 >");
    }

    @Test
    void a_frame_asked_for_is_the_frame_sent() throws BadInput {
        for (CanFrame frame : RandomFrames.of(21, 5000).toList()) {
            CanFrame plain = frame.fd() || frame.remote() || frame.dlc() <= 8 ? frame : frame.withRawDlc(8);
            assertThat(SocketcandText.command(asked(plain))).isEqualTo(new SocketcandCommand.Send(plain));
        }
    }

    @Test
    void the_handshake_is_understood() throws BadInput {
        assertThat(SocketcandText.command(" open drive ")).isEqualTo(new SocketcandCommand.Open("drive"));
        assertThat(SocketcandText.command("rawmode")).isEqualTo(new SocketcandCommand.RawMode());
        assertThat(SocketcandText.command(" echo ")).isEqualTo(new SocketcandCommand.Echo());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open                  | expected the name of a bus
            isotpmode             | only raw mode is offered
            dance                 | unknown command
            send                  | expected an identifier
            send 7E0 1            | the length says 1 bytes, and there are 0
            send 7E0 9 1 2 3 4 5 6 7 8 9 | at most 8 bytes
            send 800 0            | does not fit
            send FFFFFFFF 0       | does not fit
            send 123456789 0      | at most 8 digits
            send xyz 0            | hexadecimal
            send 7E0 1 123        | at most 2 digits
            sendrtr 7E0 16        | 0..15
            fdsend 7E0 1 9 1 2 3 4 5 6 7 8 9 | no CAN FD data length code
            """)
    void what_is_no_command_is_refused_with_the_reason(String inside, String why) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SocketcandText.command(inside))
                .withMessageContaining(why);
    }

    @Test
    void a_stream_is_cut_into_commands_whatever_stands_between_them() throws Exception {
        assertThat(commands("< hi >\r\n<a><b c > rubbish > < unfinished")).containsExactly(" hi ", "a", "b c ");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> commands("<" + "x".repeat(2000) + ">"))
                .withMessageContaining("longer than 1000");
    }

    private static List<String> commands(String stream) throws IOException, BadInput {
        CommandReader reader =
                new CommandReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.ISO_8859_1)));
        List<String> all = new ArrayList<>();
        for (Optional<String> next = reader.next(); next.isPresent(); next = reader.next()) {
            all.add(next.get());
        }
        return all;
    }

    /** The command by which a client asks for a frame. */
    static String asked(CanFrame frame) {
        String id = (frame.extended() ? "%08X" : "%X").formatted(frame.id());
        String data = IntStream.range(0, frame.length())
                .mapToObj(index -> " %x".formatted(frame.at(index)))
                .collect(Collectors.joining());
        if (frame.remote()) {
            return "sendrtr %s %d".formatted(id, frame.dlc());
        }
        if (frame.fd()) {
            int flags = (frame.bitRateSwitch() ? 1 : 0) | (frame.esi() ? 2 : 0);
            return "fdsend %s %X %d%s".formatted(id, flags, frame.length(), data);
        }
        return "send %s %d%s".formatted(id, frame.length(), data);
    }
}
