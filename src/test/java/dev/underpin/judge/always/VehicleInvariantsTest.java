package dev.underpin.judge.always;

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

class VehicleInvariantsTest {
    /** An installation that failed and left everything as it was, with a lamp lit by the fault. */
    private static Tale told() {
        return Tale.empty()
                .tell("state", 1, Kind.VEHICLE, "soc", "80", "volts12", "13.8", "charging", "false", "speed", "0")
                .tell("fault", 2, Kind.FAULT, "fault", "flash-worn", "target", "BMS", "state", "injected")
                .tell("erase", 3, Kind.UDS, "ecu", "BMS", "direction", "request", "pdu", "3101FF00")
                .tell("lamp", 4, Kind.LAMP, "lamp", "ev-system", "colour", "amber", "lit", "true")
                .tell("boot", 5, Kind.BOOT, "ecu", "BMS", "from", "application", "version", "1", "complete", "true")
                .tell("version", 6, Kind.UDS, "ecu", "BMS", "direction", "response", "pdu", "62F19531")
                .tell(
                        "end",
                        7,
                        Kind.SCREEN,
                        "screen",
                        "infotainment",
                        "change",
                        "shown",
                        "view",
                        "update.error",
                        "text",
                        "Your previous software has been restored",
                        "reason",
                        "installation-failed")
                .untilTime(60);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("one-version", told().changed("version", "pdu", "62F19532")),
                arguments("bootable", told().changed("boot", "from", "bootloader")),
                arguments("bootable", told().changed("boot", "complete", "false")),
                arguments("lamp-cause", told().without("fault").without("erase")),
                arguments("budget", told().changed("state", "soc", "20")),
                arguments("budget", told().changed("state", "volts12", "11")),
                arguments("named-end", told().changed("end", "reason", "")));
    }

    static Stream<String> all() {
        return Stream.of("one-version", "bootable", "lamp-cause", "budget", "named-end");
    }

    private static Finding finding(String rule, Tale tale) {
        return Judge.standard().invariant(rule).checker().check(tale.history());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_vehicle_without_defects_passes(String rule) {
        Finding finding = finding(rule, told());

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_tale_that_breaks_it_fails(String rule, Tale tale) {
        Finding finding = finding(rule, tale);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAIL);
    }
}
