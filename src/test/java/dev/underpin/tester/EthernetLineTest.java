package dev.underpin.tester;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.FunctionalAnswer;
import dev.underpin.uds.client.FunctionalClient;
import dev.underpin.uds.client.UdsError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A tester as one more host of the Ethernet of the virtual vehicle. */
class EthernetLineTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final String GATEWAY = "GW";
    private static final int SOURCE = 0x0E80;

    @Test
    void a_request_to_all_is_answered_by_each_control_unit_behind_the_gateway() throws UdsError {
        RigFile rig = RigFile.read(RIG);
        OpenBench open = new VirtualRig(rig, RIG, 1, Path.of("target/images")).open("functional DoIP");
        open.bench().driver().ignition(true);
        open.bench().await().pass(15 * Nanos.SECOND);
        try (Line line = new EthernetLine(
                open.scheduler(), open.ethernet(), rig.ethernet().bitRate(), SOURCE, open.bench()::close)) {
            Map<String, Address> each = new TreeMap<>();
            open.table().ecus().forEach((name, ecu) -> each.put(name, new Address.Logical(ecu.doip(), GATEWAY)));
            FunctionalClient all = line.toAll(each, ClientTiming.STANDARD).orElseThrow();

            List<FunctionalAnswer> answers = line.await(all.request((byte) 0x22, (byte) 0xF1, (byte) 0x90));

            assertThat(answers).extracting(FunctionalAnswer::ecu).contains("GW", "VCU", "BMS", "THM", "BRK", "IPC");
            assertThat(answers).extracting(FunctionalAnswer::ecu).doesNotHaveDuplicates();
        }
    }
}
