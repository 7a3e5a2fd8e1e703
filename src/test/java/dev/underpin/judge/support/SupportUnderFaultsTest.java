package dev.underpin.judge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Tale;
import dev.underpin.judge.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Discretion and courtesy where touches reach nobody, ends are told before they are heard, and units are read twice. */
class SupportUnderFaultsTest {
    private static final double TOUCHED = 40;
    private static final double AT_THE_TOUCH = 40.02;
    private static final double ASKED = 44;
    private static final String LAMP_ASKED = "5902FF0C4A92AF";
    private static final String NO_LAMP_ASKED = "5902FF0C4A922F";
    private static final String NEXT_STEP = "Technical support will contact you";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sound")
    void a_sound_vehicle_is_not_blamed(String rule, String what, Tale story) {
        Finding finding = judge(rule, story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void what_it_should_not_do_fails(String rule, String what, String words, Tale story) {
        Finding finding = judge(rule, story);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
        assertThat(finding.reason()).contains(words);
    }

    private static Stream<Arguments> sound() {
        return Stream.of(
                arguments("CS-08", "End Now as the infotainment goes dark", dark(touched("End Now"), AT_THE_TOUCH)),
                arguments(
                        "CS-08",
                        "Don't Allow as the infotainment goes dark",
                        dark(touched("Don't Allow"), AT_THE_TOUCH)),
                arguments(
                        "CS-08",
                        "End Now that the screen does not take",
                        touched("End Now").changed("touch", "effect", "none")),
                arguments("HMI-07", "told when the cloud has heard of the end", told(52, NEXT_STEP)),
                arguments("HMI-07", "told a second before the cloud hears of the end", told(49, NEXT_STEP)),
                arguments("ECU-06", "the last reading asks for no lamp, and none is lit", flickered()),
                arguments(
                        "ECU-06",
                        "the last reading asks for the lamp that is lit",
                        read(SupportTales.session().changed("codes of THM", "pdu", NO_LAMP_ASKED), LAMP_ASKED)));
    }

    private static Stream<Arguments> broken() {
        Tale session = SupportTales.session();
        String late = "after the session had ended";
        String untold = "no screen of the vehicle told it";
        return Stream.of(
                arguments("CS-08", "dark when the touch had arrived", late, dark(touched("End Now"), 40.2)),
                arguments("CS-08", "dark before the touch", late, dark(touched("End Now"), 39.9)),
                arguments(
                        "CS-08",
                        "another screen goes dark",
                        late,
                        dark(touched("End Now"), AT_THE_TOUCH).changed("dark", "screen", "cluster")),
                arguments(
                        "CS-08",
                        "another view goes",
                        late,
                        dark(touched("End Now"), AT_THE_TOUCH).changed("dark", "view", "diag.session")),
                arguments(
                        "CS-08",
                        "a touch that is swallowed excuses no later one",
                        late,
                        asked(touch(dark(touched("End Now"), AT_THE_TOUCH), "End Now", 45), 50)),
                arguments(
                        "CS-08",
                        "the desk closes as the infotainment goes dark",
                        late,
                        dark(asked(closed(), 60), AT_THE_TOUCH)),
                arguments("HMI-07", "told before the session began", untold, told(31, NEXT_STEP)),
                arguments("HMI-07", "told before the end without a next step", untold, told(49, "Report R-1")),
                arguments(
                        "HMI-07",
                        "told after the end without a next step",
                        "names no next step",
                        told(52, "Report R-1")),
                arguments(
                        "HMI-07",
                        "told in the app alone",
                        untold,
                        told(49, NEXT_STEP).changed("told", "screen", "app")),
                arguments(
                        "ECU-06",
                        "the last reading asks, and no lamp is lit",
                        "asks for a lamp",
                        read(session.without("lamp").changed("codes of THM", "pdu", NO_LAMP_ASKED), LAMP_ASKED)),
                arguments(
                        "ECU-06",
                        "the only reading asks, and no lamp is lit",
                        "asks for a lamp",
                        session.without("lamp")),
                arguments(
                        "ECU-06",
                        "the last reading asks no more, and the lamp stays",
                        "no code asks for it",
                        read(session, NO_LAMP_ASKED)));
    }

    private static Finding judge(String rule, Tale story) {
        return Judge.standard().invariant(rule).checker().check(story.history());
    }

    /** The driver touches a button at 40 s, and a control unit is asked four seconds later. */
    private static Tale touched(String button) {
        return asked(touch(SupportTales.session().until("snapshot"), button, TOUCHED), ASKED);
    }

    private static Tale touch(Tale story, String button, double at) {
        return story.tell("touch", at, Kind.PRESS, "screen", "infotainment", "button", button, "effect", "accepted");
    }

    private static Tale asked(Tale story, double at) {
        return story.tell("late", at, Kind.UDS, "ecu", "BMS", "direction", "request", "sid", "22", "pdu", "224910");
    }

    private static Tale dark(Tale story, double at) {
        return story.tell("dark", at, Kind.SCREEN, "screen", "infotainment", "change", "dismissed", "view", "home");
    }

    private static Tale closed() {
        return SupportTales.session()
                .until("snapshot")
                .tell(
                        "close",
                        TOUCHED,
                        Kind.HTTP,
                        "leg",
                        "desk",
                        "method",
                        "POST",
                        "path",
                        "/desk/v1/sessions/S-1/close",
                        "status",
                        "200");
    }

    /** A session that ended at 50 s, the end told on the infotainment at that moment in those words. */
    private static Tale told(double at, String words) {
        return untold().tell(
                        "told",
                        at,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "diag.result",
                        "text",
                        words);
    }

    private static Tale untold() {
        return SupportTales.resolved().without("outcome").untilTime(100);
    }

    /** A lamp that came with the first reading, and went before the second one, by which no code asks for it. */
    private static Tale flickered() {
        return read(
                SupportTales.session()
                        .without("lamp")
                        .tell("on", 33.15, Kind.LAMP, "lamp", "battery-temperature", "colour", "amber", "lit", "true")
                        .tell("off", 33.4, Kind.LAMP, "lamp", "battery-temperature", "colour", "amber", "lit", "false"),
                NO_LAMP_ASKED);
    }

    private static Tale read(Tale story, String codes) {
        return story.tell("again", 33.5, Kind.UDS, "ecu", "THM", "direction", "response", "sid", "19", "pdu", codes);
    }
}
