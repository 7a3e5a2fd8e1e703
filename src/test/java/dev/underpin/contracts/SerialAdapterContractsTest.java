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

    @TempDir
    Path folder;

    @Test
    void the_contracts_pass_as_on_the_virtual_rig_with_the_same_records() {
        String some = String.join(" or ", MAIN, ALTERNATIVE, FAULTS);

        RunOutcome here = new ContractRun("bench-slcan", 1, some, folder.resolve("slcan")).go();
        RunOutcome there = new ContractRun("virtual", 1, some, folder.resolve("virtual")).go();

        assertThat(here.scenarios())
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(scenario -> assertThat(scenario.verdict())
                        .as("%s: %s", scenario.id().name(), scenario.reason())
                        .isEqualTo(Verdict.PASS));
        assertThat(here.digest()).isEqualTo(there.digest());
    }
}
