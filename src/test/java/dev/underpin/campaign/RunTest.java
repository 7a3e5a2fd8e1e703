package dev.underpin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Course;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.campaign.flow.RemoteSupport;
import dev.underpin.campaign.flow.ScheduledUpdate;
import dev.underpin.campaign.flow.Update;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.Trigger;
import dev.underpin.judge.Judge;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunTest {
    private static final Path RIG = Path.of("rigs", "virtual.yaml");
    private static final VirtualRig BENCHES = new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target", "images"));
    private static final Judge JUDGE = Judge.standard();

    static Stream<Flow> flows() {
        return Stream.of(
                new Update("small", Bearer.WIFI),
                new Update("small", Bearer.CELLULAR),
                new ScheduledUpdate("small", Bearer.WIFI),
                new RemoteSupport(0, Bearer.WIFI),
                new RemoteSupport(30, Bearer.CELLULAR));
    }

    private static Run run(String world, Flow flow) {
        return new Run(new RunPlan(0, world, flow, FaultPlan.none()));
    }

    @ParameterizedTest
    @MethodSource("flows")
    void a_flow_without_faults_reaches_its_postconditions(Flow flow) {
        RunResult result = run("sound", flow).play(BENCHES, JUDGE);

        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(Course.DONE);
    }

    /** What a lost frame leaves where the frame itself was never on a bus. */
    @ParameterizedTest
    @CsvSource({
        "a request that the gateway had and passed on nowhere, ADAS, REQUESTS, 1, read-out",
        "an announcement that an answer takes long, BMS, RESPONSES, 18, unlock",
        "a consecutive frame of an image, BMS, REQUESTS, 150, transfer"
    })
    void a_frame_that_was_lost_is_witnessed_with_its_phase(
            String what, String ecu, Fault.Way way, int occurrence, String phase) {
        Fault frame = new BusFault.FrameLost(ecu, way, occurrence);
        FaultPlan lost =
                new FaultPlan(what, List.of(PlannedFault.of(frame, new Trigger.Begin(), PlannedFault.UNTIL_THE_END)));

        RunResult result = new Run(new RunPlan(0, "lost", new Update("small", Bearer.WIFI), lost)).play(BENCHES, JUDGE);

        assertThat(result.broken()).isEmpty();
        assertThat(result.met()).containsExactly(new RunResult.Met("frame-lost", phase));
    }

    @Test
    void a_run_ends_when_more_frames_have_passed_than_any_flow_needs() {
        int few = 5_000;
        Run bounded = new Run(new RunPlan(0, "awake", new Update("small", Bearer.WIFI), FaultPlan.none()), few);

        RunResult result = bounded.play(BENCHES, JUDGE);

        assertThat(result.end()).isEqualTo("the people gave up");
        assertThat(result.broken().getFirst().promise()).isEqualTo("end");
        assertThat(result.broken().getFirst().reason()).endsWith("before 5000 frames had passed over the buses");
    }

    @Test
    void the_same_run_leaves_the_same_history() {
        Run run = run("twice", new Update("small", Bearer.WIFI));

        assertThat(run.play(BENCHES, JUDGE)).isEqualTo(run.play(BENCHES, JUDGE));
    }
}
