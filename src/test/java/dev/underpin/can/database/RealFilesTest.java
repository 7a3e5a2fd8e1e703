package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.mistake.UserMistake;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RealFilesTest {
    @ParameterizedTest
    @EnumSource
    void a_file_that_others_wrote_is_read_and_written_the_same(RealFiles file) {
        Database read = Database.parse("real.dbc", file.text(), Overlaps.ALLOWED);

        assertThat(Database.parse("again.dbc", DbcWriter.text(read), Overlaps.ALLOWED))
                .isEqualTo(read);
    }

    @Test
    void multiplexed_and_floating_point_signals_are_read() {
        Database read = Database.parse("real.dbc", RealFiles.CANMATRIX.text(), Overlaps.ALLOWED);

        assertThat(read.messages()).hasSize(4);
        assertThat(read.message("muxTestFrame").signals()).hasSize(10);
        assertThat(read.message("testFrameFloat").signals())
                .extracting(Signal::format)
                .containsOnly(NumberFormat.FLOAT);
    }

    @Test
    void a_name_that_two_messages_have_is_told() {
        assertThatThrownBy(() -> Database.parse("real.dbc", RealFiles.CANOPEN.asWritten()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(
                        "expected a name that no other message has, found Receive_PDO_Mapping_Parameter_1");
    }

    @Test
    void its_overlap_is_told() {
        assertThatThrownBy(() -> Database.parse("real.dbc", RealFiles.CANMATRIX.text()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("expected a signal that does not overlap muxSig7, found muxSig8");
    }

    @ParameterizedTest
    @CsvSource({"2566844672, 9", "2566844672, 39", "2566844672, 1785"})
    void a_message_of_j1939_may_take_several_frames(long id, int length) {
        Database read = Database.parse("long.dbc", """
                BO_ %d LONG: %d XXX
                 SG_ LAST : %d|8@1+ (1,0) [0|0] "" XXX
                """.formatted(id, length, 8 * length - 8));
        Message message = read.message("LONG");
        byte[] whole = new byte[length];
        whole[length - 1] = 77;

        assertThat(message.segmented()).isTrue();
        assertThat(message.fd()).isFalse();
        assertThat(message.decode(whole)).containsEntry("LAST", 77.0);
        assertThat(message.encode(Map.of("LAST", 77.0))).isEqualTo(whole);
        assertThatThrownBy(() -> message.decode(new byte[8])).isInstanceOf(DataTooShort.class);
        assertThatThrownBy(() -> message.frame(whole)).hasMessageContaining("takes several frames");
        assertThat(Database.parse("again.dbc", DbcWriter.text(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "2566844672, 1786, 'a length of 0..1785 bytes'",
        "256, 9, 'a length that a frame can have'",
        "256, 65, 'a length that a frame can have'"
    })
    void other_lengths_are_refused(long id, int length, String expected) {
        assertThatThrownBy(() -> Database.parse("long.dbc", "BO_ %d X: %d Y".formatted(id, length)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(expected);
    }

    @Test
    void a_file_of_messages_alone_needs_no_other_section() {
        Database read = Database.parse("bare.dbc", """
                BO_ 513 MOTOR: 8 XXX
                  SG_ LEFT : 7|16@0- (1,0) [-1000|1000] "" XXX
                """);

        assertThat(read.message("MOTOR").signal("LEFT").signed()).isTrue();
        assertThat(Database.parse("again.dbc", DbcWriter.text(read))).isEqualTo(read);
    }
}
