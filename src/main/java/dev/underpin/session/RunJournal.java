package dev.underpin.session;

import dev.underpin.can.BusTiming;
import dev.underpin.evidence.EvidenceFolder;
import dev.underpin.evidence.Journal;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.report.ScenarioId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journal of a run: lays each record down at once, on the scenario's own thread, and keeps only what the report needs. So memory
 * holds the histories of the running scenarios alone.
 */
final class RunJournal implements Journal {
    private final Path folder;
    private final Map<String, BusTiming> buses;
    private final Map<String, ScenarioId> running = new ConcurrentHashMap<>();
    private final Map<String, Deposit> deposits = new ConcurrentHashMap<>();

    /**
     * A journal.
     *
     * @param folder where each scenario gets a folder of its own
     * @param buses the bit rates of the rig's buses, by name
     */
    RunJournal(Path folder, Map<String, BusTiming> buses) {
        this.folder = folder;
        this.buses = buses;
    }

    /** Says which scenario runs under that id of Cucumber's. */
    void expect(String id, ScenarioId scenario) {
        running.put(id, scenario);
    }

    @Override
    public void accept(ScenarioRecord record) {
        ScenarioId scenario = Objects.requireNonNull(running.get(record.id()), "a record of no running scenario");
        try {
            EvidenceFolder.write(folder.resolve(scenario.folder()), record);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        deposits.put(record.id(), Deposit.of(record, scenario.name(), buses));
    }

    /** Takes out what a scenario left; empty when it handed nothing over. */
    Optional<Deposit> collect(String id) {
        running.remove(id);
        return Optional.ofNullable(deposits.remove(id));
    }
}
