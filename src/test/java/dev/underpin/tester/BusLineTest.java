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
import dev.underpin.vehicle.ecu.table.CanAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A tester as one more node of the drive bus of the virtual vehicle. */
class BusLineTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");

    @Test
    void a_request_to_all_is_answered_by_each_control_unit_of_the_bus_in_frames_of_its_own() throws UdsError {
        RigFile rig = RigFile.read(RIG);
        OpenBench open = new VirtualRig(rig, RIG, 1, Path.of("target/images")).open("functional");
        open.bench().driver().ignition(true);
        open.bench().await().pass(15 * Nanos.SECOND);
        try (Line line = new BusLine(
                open.scheduler(),
                Objects.requireNonNull(open.buses().get("drive")),
                Objects.requireNonNull(rig.timings().get("drive")),
                open.bench()::close)) {
            Map<String, Address> each = new TreeMap<>();
            open.table()
                    .ecus()
                    .forEach((name, ecu) -> ecu.can()
                            .filter(at -> at.bus().equals("drive"))
                            .ifPresent(at -> each.put(name, classical(at))));
            FunctionalClient all = line.toAll(each, ClientTiming.STANDARD).orElseThrow();

            List<FunctionalAnswer> answers = line.await(all.request((byte) 0x22, (byte) 0xF1, (byte) 0x90));

            assertThat(answers)
                    .extracting(FunctionalAnswer::ecu)
                    .containsExactlyInAnyOrder("GW", "VCU", "BMS", "OBC", "DCDC", "THM");
            assertThat(answers)
                    .extracting(it -> new String(
                            Objects.requireNonNull(it.response()).record(), java.nio.charset.StandardCharsets.US_ASCII))
                    .containsOnly("WUPLX3EV7T1000047");
        }
    }

    private static Address classical(CanAddress at) {
        return new Address.OnBus(at.request(), at.response(), false, 8);
    }
}
