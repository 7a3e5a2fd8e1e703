package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Update;
import dev.underpin.campaign.store.Ground;
import dev.underpin.campaign.store.RunFile;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.Phase;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.Trigger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final Ground GROUND = new Ground("rigs/virtual.yaml", 5, "");
    private static final Pattern DIGEST = Pattern.compile("digest ([0-9a-f]{64})");
    private static final RunPlan PLAN = new RunPlan(
            3,
            "replayed",
            new Update("small", Bearer.WIFI),
            new FaultPlan(
                    "blackout at the erase of the inverter",
                    List.of(PlannedFault.of(
                            new SupplyFault.Blackout(),
                            new Trigger.AtPhase(Phase.ERASE, "INV", 1, 0),
                            2_000_000_000L))));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_run_is_replayed_with_the_same_history_from_its_folder_and_from_its_plan() throws IOException {
        Path plan = RunFile.write(folder, PLAN, GROUND, "");
        assertThat(execute("replay", folder.toString())).as(err + "" + out).isZero();
        Matcher digest = DIGEST.matcher(out.toString());
        assertThat(digest.find()).isTrue();

        RunFile.write(folder, PLAN, GROUND, digest.group(1));

        assertThat(execute("replay", plan.toString())).isZero();
    }

    @Test
    void another_history_than_the_file_says_is_a_harness_error() throws IOException {
        RunFile.write(folder, PLAN, GROUND, "0".repeat(64));

        assertThat(execute("replay", folder.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("another than the file's");
    }

    @Test
    void stopped_at_a_moment_it_tells_units_screens_and_frames() throws IOException {
        RunFile.write(folder, PLAN, GROUND, "");

        assertThat(execute("replay", folder.toString(), "--until", "9.5 s")).isZero();
        assertThat(out.toString())
                .contains(
                        "At 9.500 s",
                        "fault blackout",
                        "without supply",
                        "last frames on drive",
                        "last frames on chassis");
    }

    @Test
    void a_folder_without_a_run_is_told() {
        assertThat(execute("replay", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("run.yaml");
    }

    private int execute(String... arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
