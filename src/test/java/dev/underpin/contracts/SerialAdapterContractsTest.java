package dev.underpin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judge.Verdict;
import dev.underpin.report.RunOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Main, alternative and fault scenarios of each contract with every frame on the buses through emulated serial adapters. */
class SerialAdapterContractsTest {
    private static final String MAIN =
            "(@OTA-M3 and @OTA-M5 and not @OTA-M1 and not @OTA-A1 and not @needs-cloud-faults and not @needs-uplink-faults)"
                    + " or (@OTS-M1U and not @OTS-M3U) or (@RD-G1 and @RD-Q2 and @needs-plant-faults)";
    private static final String ALTERNATIVE = "@OTA-A1 or @OTS-A1U or (@RD-A1 and @needs-supply-faults)";
    private static final String FAULTS = "(@T6 and @OTA-M5) or @T4 or @B1";
    private static final String FRAME_FAULTS = "@needs-bus-faults and @RD-M4";

    @TempDir
    Path folder;

    @Test
    void main_scenarios_leave_the_same_records_as_on_the_virtual_rig() {
        RunOutcome here = passing("bench-slcan", MAIN);
        RunOutcome there = passing("virtual", MAIN);

        assertThat(here.scenarios()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(here.digest()).isEqualTo(there.digest());
    }

    @Test
    void alternative_and_fault_scenarios_pass() {
        assertThat(passing("bench-slcan", ALTERNATIVE + " or " + FAULTS).scenarios())
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void frames_that_come_twice_and_a_node_that_babbles_leave_the_same_records_as_on_the_virtual_rig() {
        RunOutcome here = passing("bench-slcan", FRAME_FAULTS);
        RunOutcome there = passing("virtual", FRAME_FAULTS);

        assertThat(here.scenarios()).hasSize(2);
        assertThat(here.digest()).isEqualTo(there.digest());
    }

    @Test
    void what_disturbs_bits_is_not_run_and_says_why() {
        RunOutcome outcome = new ContractRun("bench-slcan", 1, "@T7 and @needs-bit-faults", folder).go();

        assertThat(outcome.scenarios()).hasSize(2).allSatisfy(scenario -> {
            assertThat(scenario.verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(scenario.reason())
                    .isEqualTo("this rig lacks bit-faults: the bits of a real medium cannot be disturbed");
        });
    }

    private RunOutcome passing(String rig, String tags) {
        RunOutcome outcome = new ContractRun(rig, 1, tags, folder.resolve(rig)).go();
        assertThat(outcome.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.verdict())
                        .as("%s: %s", scenario.id().name(), scenario.reason())
                        .isEqualTo(Verdict.PASS));
        return outcome;
    }
}
