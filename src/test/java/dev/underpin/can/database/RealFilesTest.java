package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.mistake.UserMistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void its_overlap_is_told() {
        assertThatThrownBy(() -> Database.parse("real.dbc", RealFiles.CANMATRIX.text()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("expected a signal that does not overlap muxSig7, found muxSig8");
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
