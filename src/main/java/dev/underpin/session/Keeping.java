package dev.underpin.session;

import dev.underpin.can.BusTiming;
import dev.underpin.evidence.EvidenceFolder;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.report.ScenarioId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

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
     */
    static Keeping evidence(Path folder, Map<String, BusTiming> buses) {
        return (record, scenario) -> {
            try {
                EvidenceFolder.write(folder.resolve(scenario.folder()), record);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return Deposit.of(record, scenario.name(), buses);
        };
    }
}
