package dev.underpin.isotp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.log.Candump;
import dev.underpin.can.log.FrameRecorder;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.judges.OutsideJudge;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTpJudgedByTsharkTest {
    @ParameterizedTest(name = "{1} bytes in frames of {0} bytes, block size {2}")
    @CsvSource({"8, 203, 0", "8, 4095, 8", "64, 203, 1", "64, 4095, 0", "24, 100, 2"})
    void tsharkPutsTogetherWhatWasSent(int txDl, int length, int blockSize, @TempDir Path folder) throws IOException {
        OutsideJudge tshark = OutsideJudge.require("tshark");
        byte[] message = new Entropy(length).bytes(length);
        System.arraycopy(new byte[] {0x2E, (byte) 0xF1, (byte) 0x90}, 0, message, 0, 3);
        IsoTpParameters parameters = txDl == 8 ? IsoTpParameters.classic() : IsoTpParameters.fd(txDl);

        Path file = folder.resolve("drive.log");
        write(conversation(message, parameters.withBlockSize(blockSize)), file);

        List<String> records = tshark.lines(
                "-r",
                file.toString(),
                "-o",
                "iso15765.can.ids:0x7e0,0x7e8",
                "-d",
                "iso15765.subdissector,uds",
                "-Y",
                "uds",
                "-T",
                "fields",
                "-e",
                "uds.wdbi.data_record");
        assertThat(records).containsExactly(HexFormat.of().formatHex(message, 3, length));
    }

    private static FrameLog conversation(byte[] message, IsoTpParameters parameters) {
        VirtualScheduler time = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
        FrameLog log = new History().frames("drive");
        bus.observe(new FrameRecorder(log));
        IsoTpEndpoint tester =
                new IsoTpEndpoint(time, bus.attach("tester"), IsoTpAddress.normal(0x7E0, 0x7E8), parameters);
        new IsoTpEndpoint(time, bus.attach("ecu"), IsoTpAddress.normal(0x7E8, 0x7E0), parameters);
        tester.send(message, result -> assertThat(result).isEqualTo(NResult.N_OK));
        time.runUntil(Nanos.MINUTE);
        return log;
    }

    private static void write(FrameLog log, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Candump.write(log, Instant.parse("2026-11-02T07:00:00Z"), out);
        }
    }
}
