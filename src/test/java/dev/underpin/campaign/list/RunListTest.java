package dev.underpin.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.campaign.flow.RemoteSupport;
import dev.underpin.campaign.flow.ScheduledUpdate;
import dev.underpin.campaign.flow.Update;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FlashFault;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunListTest {
    private static final Path RIG = Path.of("rigs", "virtual.yaml");
    private static final VirtualRig BENCHES = new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target", "images"));

    @TempDir
    private Path folder;

    @Test
    void every_flash_operation_of_an_update_is_cut_once() throws IOException {
        RunList list = list("""
                campaign: cuts
                flows: [{flow: update}]
                sweeps: [{every: flash-operation, millis: 300}]
                """, 1, -1);
        List<Fault> cuts = plans(list).stream()
                .flatMap(plan -> plan.faults().faults().stream())
                .map(planned -> planned.fault())
                .toList();

        assertThat(cuts).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(cuts)
                .extracting(cut -> ((FlashFault.FlashCut) cut).ecu())
                .contains("BMS", "INV", "VCU", "IVI", "NAV");
    }

    @Test
    void every_frame_and_every_exchange_is_lost_once() throws IOException {
        RunList list = list("""
                campaign: losses
                flows: [{flow: update}]
                sweeps: [{every: frame, ecus: [BMS]}, {every: exchange}]
                """, 1, -1);

        assertThat(plans(list))
                .extracting(plan -> plan.faults().faults().getFirst().fault())
                .hasSizeGreaterThan(300)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_file_and_seed_draw_the_same_runs_and_another_seed_others() throws IOException {
        String drawn = """
                campaign: chance
                flows: [{flow: update}, {flow: remote-support, driven: 5}]
                drawn: {runs: 9, most: 3, faults: [{fault: blackout, for: 1..9 s}, {fault: cloud-status, path: [".*/offer", ".*"], status: 503, times: 1..3}]}
                """;

        assertThat(plans(list(drawn, 7, -1)))
                .hasSize(9)
                .isEqualTo(plans(list(drawn, 7, -1)))
                .isNotEqualTo(plans(list(drawn, 8, -1)));
        assertThat(plans(list(drawn, 7, 4))).isEqualTo(plans(list(drawn, 7, -1)).subList(0, 4));
    }

    @Test
    void a_flow_written_as_a_line_reads_back() {
        for (Flow flow : List.of(
                new Update("drive", Bearer.CELLULAR),
                new ScheduledUpdate("small", Bearer.WIFI),
                new RemoteSupport(40, Bearer.WIFI))) {
            assertThat(FlowLine.of(flow).toFlow()).isEqualTo(flow);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        flows: [{flow: fly}]                                                             | update
        drawn: {runs: 1, most: 1, faults: [{fault: hiccup}]}                             | no fault is called 'hiccup'
        drawn: {runs: 1, most: 1, faults: [{fault: blackout, ecu: BMS}]}                 | expected the parameters
        drawn: {runs: 0, most: 1, faults: [{fault: blackout}]}                           | runs
        drawn: {runs: 1, most: 1, faults: [{fault: blackout, for: long}]}                | for
        sweeps: [{every: phase}]                                                         | faults
        sweeps: [{every: second}]                                                        | flash-operation
        """)
    void a_campaign_that_does_not_hold_is_told(String line, String words) throws IOException {
        String flows = line.startsWith("flows") ? "sweeps: [{every: exchange}]" : "flows: [{flow: update}]";
        Path file = Files.writeString(folder.resolve("wrong.yaml"), "campaign: wrong\n" + flows + "\n" + line + "\n");

        assertThatThrownBy(() -> CampaignFile.read(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("wrong.yaml")
                .hasMessageContaining(words);
    }

    private RunList list(String text, long seed, int drawn) throws IOException {
        Path file = Files.writeString(folder.resolve("campaign.yaml"), text);
        return RunList.of(CampaignFile.read(file), BENCHES, seed, drawn);
    }

    private static List<RunPlan> plans(RunList list) {
        return IntStream.range(0, list.size()).mapToObj(list::get).toList();
    }
}
