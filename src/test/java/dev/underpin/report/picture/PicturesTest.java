package dev.underpin.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PicturesTest {
    @Test
    void aTransferOfAThousandBlocksIsOneArrow() {
        String drawn = SequenceDiagram.of(Story.ofAnUpdate(1000), "Update");

        assertThat(drawn).containsOnlyOnce("TransferData").contains("TransferData ×1000, 3.9 MiB");
    }

    @Test
    void pollingAndDownloadingAreOneArrowEach() {
        String drawn = SequenceDiagram.of(Story.ofAnUpdate(10), "Update");

        assertThat(drawn)
                .containsOnlyOnce("GET /vehicle/v1/images")
                .contains("POST /vehicle/v1/{vin}/events ×21")
                .contains("Downloading update 0 – 100 %");
    }

    @Test
    void aQuestionToAllControlUnitsIsOneRow() {
        assertThat(SequenceDiagram.of(Story.ofASurvey("VCU", "BMS", "INV", "OBC", "THM"), "Survey"))
                .containsOnlyOnce("ReadDTCInformation")
                .contains("ReadDTCInformation, 5 control units");
    }

    @Test
    void refusalsAreNamed() {
        assertThat(SequenceDiagram.of(Story.ofAnUpdate(1), "Update"))
                .contains("SecurityAccess → refused, invalidKey")
                .contains("targets.json → 503");
    }

    @Test
    void theSameHistoryGivesTheSamePictures() {
        assertThat(SequenceDiagram.of(Story.ofAnUpdate(50), "Update"))
                .isEqualTo(SequenceDiagram.of(Story.ofAnUpdate(50), "Update"));
        assertThat(ProgressPlot.of(Story.ofAnUpdate(50), "Update"))
                .isEqualTo(ProgressPlot.of(Story.ofAnUpdate(50), "Update"));
    }

    @Test
    void theProgressPlotHasALineForEachBar() {
        assertThat(ProgressPlot.of(Story.ofAnUpdate(50), "Update").orElseThrow())
                .contains("update.download", "update.install", "VCU restart", "link-loss injected");
    }

    @Test
    void aHistoryWithoutProgressHasNoPlot() {
        assertThat(ProgressPlot.of(new History(), "Nothing")).isEmpty();
    }

    @Test
    void picturesAreWellFormedWhateverTheTitleHolds() throws Exception {
        for (String drawn : pictures("\"Install\" <now> & later")) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawn)));
        }
    }

    @Test
    void theLoadOfABusIsDrawnFromItsFramesAlone() {
        FrameLog log = new History().frames("drive");
        assertThat(LoadPlot.of(log, BusTiming.classic(500_000))).isEmpty();

        log.append(Nanos.SECOND, 0x123, 0, new byte[8]);

        assertThat(LoadPlot.of(log, null)).isEmpty();
        assertThat(LoadPlot.of(log, BusTiming.classic(500_000)).orElseThrow())
                .contains("drive: 1 frames, 0 error frames")
                .isEqualTo(LoadPlot.of(log, BusTiming.classic(500_000)).orElseThrow());
    }

    private static String[] pictures(String title) throws IOException {
        History history = Story.ofAnUpdate(200);
        String[] drawn = {
            SequenceDiagram.of(history, title), ProgressPlot.of(history, title).orElseThrow()
        };
        Files.createDirectories(Path.of("target/pictures"));
        Files.writeString(Path.of("target/pictures/sequence.svg"), drawn[0]);
        Files.writeString(Path.of("target/pictures/progress.svg"), drawn[1]);
        return drawn;
    }
}
