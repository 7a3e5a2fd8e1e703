package dev.underpin.tester;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The trouble codes of a vehicle one of whose control units has lost its supply. */
class FaultsTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");

    private final List<String> lines = new ArrayList<>();
    private final Findings findings = new Findings(lines::add, line -> {});

    @Test
    void codes_status_bits_and_snapshots_are_told_in_words() {
        RigFile rig = RigFile.read(RIG);
        OpenBench open = new VirtualRig(rig, RIG, 1, Path.of("target/images")).open("faults");
        open.bench().driver().ignition(true);
        open.bench().await().pass(15 * Nanos.SECOND);
        open.bench().faults().inject(new dev.underpin.fault.SupplyFault.SupplyCut("DCDC"));
        open.bench().await().pass(15 * Nanos.SECOND);
        EcuSpec vcu = open.table().ecu("VCU");
        CanAddress at = vcu.can().orElseThrow();
        try (Line line = new BusLine(
                open.scheduler(),
                Objects.requireNonNull(open.buses().get("drive")),
                Objects.requireNonNull(rig.timings().get("drive")),
                open.bench()::close)) {
            Address address = new Address.OnBus(at.request(), at.response(), false, at.txDl());
            Subject subject = new Subject(address, Optional.of(vcu), open.table(), ecu -> Optional.empty());

            Conduct.run(
                    new Faults(Faults.USUAL, true),
                    new Tester(line, subject, ClientTiming.STANDARD),
                    null,
                    false,
                    findings);
        }

        assertThat(String.join("", lines))
                .containsPattern("U0298-87  AF  lost communication with DC to DC converter")
                .contains("testFailed, testFailedThisOperationCycle, pendingDTC, confirmedDTC")
                .contains("snapshot record 1:")
                .containsPattern("Utc +17936\\d{5} s")
                .containsPattern("SoC +7\\d(\\.\\d+)? %");
        assertThat(findings.succeeded()).isTrue();
        assertThat(findings.document()
                        .path("dtcs")
                        .get(0)
                        .path("snapshots")
                        .get(0)
                        .path("record")
                        .asInt())
                .isEqualTo(1);
        assertThat(findings.document().path("dtcs").findValuesAsString("code")).contains("U0298-87");
    }
}
