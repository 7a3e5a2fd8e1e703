package dev.underpin.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserMistakeTest {
    @Test
    void namesFilePlaceWhatWasExpectedAndWhatWasFound() {
        assertThat(UserMistake.in("rigs/a.yaml", "12: ecus.VCU.kind", "simulated or real", "\"simulatd\""))
                .hasMessage("rigs/a.yaml:12: ecus.VCU.kind: expected simulated or real, found \"simulatd\"");
    }

    @Test
    void leavesThePlaceOutWhenTheWholeFileIsMeant() {
        assertThat(UserMistake.in("images/vcu.upi", "", "a signed image", "no such file"))
                .hasMessage("images/vcu.upi: expected a signed image, found no such file");
    }

    @Test
    void keepsAFieldApartFromTheFile() {
        assertThat(UserMistake.in("rigs/a.yaml", "field vehicle.signals", "a file", "none"))
                .hasMessage("rigs/a.yaml: field vehicle.signals: expected a file, found none");
    }

    @Test
    void hasOneBlankBeforeAFieldAndNoneBehindIt() {
        assertThat(UserMistake.in("releases.yaml", " field releases ", "a file", "none"))
                .hasMessage("releases.yaml: field releases: expected a file, found none");
    }
}
