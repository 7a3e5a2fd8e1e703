package dev.underpin.session;

import dev.underpin.can.BusTiming;
import dev.underpin.evidence.EvidenceFolder;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.evidence.compare.RunFolder;
import dev.underpin.evidence.compare.ScenarioComparison;
import dev.underpin.report.Attachment;
import dev.underpin.report.ScenarioId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of a scenario's record; the rest is let go, so memory holds the histories of the running scenarios alone. */
@FunctionalInterface
interface Keeping {
    /** Keeps what is wanted; any thread. */
    Deposit keep(ScenarioRecord record, ScenarioId scenario);

    /** Verdicts and times alone. */
    static Keeping verdicts() {
        return (record, scenario) -> Deposit.ofVerdicts(record);
    }

    /**
     * Everything, laid down on disk, and what the report shows of it.
     *
     * @param folder where each scenario gets a folder of its own
     * @param buses the bit rates of the rig's buses, by name
     * @param reference an earlier run to compare each scenario with; null for none
     */
    static Keeping evidence(Path folder, Map<String, BusTiming> buses, @Nullable RunFolder reference) {
        return (record, scenario) -> {
            Path place = folder.resolve(scenario.folder());
            try {
                EvidenceFolder.write(place, record);
                Deposit deposit = Deposit.of(record, scenario.name(), buses);
                Optional<Path> earlier = reference == null ? Optional.empty() : reference.like(place);
                return earlier.isPresent()
                        ? deposit.with(Attachment.text(
                                "Compared with the earlier run",
                                ScenarioComparison.of(scenario.name(), earlier.get(), place)
                                        .text()))
                        : deposit;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }
}
