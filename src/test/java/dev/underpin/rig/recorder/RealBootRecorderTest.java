package dev.underpin.rig.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.VirtualScheduler;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealBootRecorderTest {
    private static final String VERSION = "62F195323032362E3437202020202020202020";
    private static final String IMAGE = "62F1A07283DA33F9159A0E2CA8574200F0EEDFC9585D100F029E47119C5230CC22AFEC";

    private final History history = new History();
    private final RealBootRecorder recorder = new RealBootRecorder(new Pen(history, new VirtualScheduler()), "INV");

    @Test
    void a_reset_that_was_asked_for_and_what_the_unit_runs_after_it_are_one_restart() {
        told(VERSION, IMAGE);
        recorder.asked(HexFormat.of().parseHex("1181"));
        told("7F1178", "7F2221", VERSION, IMAGE, VERSION, IMAGE);

        List<Entry> boots = history.of(Kind.BOOT);
        assertThat(boots).hasSize(1);
        assertThat(boots.getFirst().fields().toString())
                .isEqualTo("{ecu=INV, from=application, version=2026.47,"
                        + " sha256=7283da33f9159a0e2ca8574200f0eedfc9585d100f029e47119c5230cc22afec, complete=true}");
    }

    @Test
    void a_unit_that_runs_another_image_than_before_has_restarted() {
        told(VERSION, IMAGE.replace("62F1A072", "62F1A000"), VERSION, IMAGE, VERSION, IMAGE);

        assertThat(history.of(Kind.BOOT))
                .singleElement()
                .satisfies(boot -> assertThat(boot.text("sha256")).startsWith("7283da33"));
    }

    @Test
    void a_version_that_was_told_before_the_reset_says_nothing() {
        told(VERSION, IMAGE);
        recorder.asked(HexFormat.of().parseHex("1101"));
        told(IMAGE);

        assertThat(history.of(Kind.BOOT)).isEmpty();
    }

    @Test
    void a_reset_that_the_unit_refuses_is_none() {
        recorder.asked(HexFormat.of().parseHex("1101"));
        told("7F1122", VERSION, IMAGE);

        assertThat(history.of(Kind.BOOT)).isEmpty();
    }

    private void told(String... messages) {
        for (String message : messages) {
            recorder.told(HexFormat.of().parseHex(message));
        }
    }
}
