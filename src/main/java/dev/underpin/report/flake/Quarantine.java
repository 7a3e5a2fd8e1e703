package dev.underpin.report.flake;

import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import dev.underpin.report.ScenarioId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The scenarios in quarantine on one day. {@code quarantine.schema.json} beside this class is the authority on the file.
 *
 * @param file where it was read from, as the user named it; empty for none
 * @param entries all entries, in the file's order
 * @param today the day of the run, UTC
 */
public record Quarantine(String file, List<QuarantineEntry> entries, LocalDate today) {
    /** Nothing is in quarantine. */
    public static final Quarantine NONE = new Quarantine("", List.of(), LocalDate.EPOCH);

    /** The file as it is written. */
    private record Listed(List<QuarantineEntry> quarantined) {}

    /**
     * Reads a file.
     *
     * @throws UserMistake naming file, line, field, what was expected and what was found
     */
    public static Quarantine read(Path file, LocalDate today) {
        Listed listed = YamlFile.read(file, Quarantine.class, "quarantine.schema.json", Listed.class);
        return new Quarantine(file.toString(), List.copyOf(listed.quarantined()), today);
    }

    /**
     * Requires that each entry means a scenario.
     *
     * @param known every scenario that there is
     * @throws UserMistake naming the first entry that means none
     */
    public void requireKnown(Collection<ScenarioId> known) {
        for (QuarantineEntry entry : entries) {
            if (known.stream().noneMatch(entry::means)) {
                throw UserMistake.in(
                        file,
                        "field quarantined[%d]".formatted(entries.indexOf(entry)),
                        "the names of a feature and one of its scenarios",
                        "'%s', '%s', which no feature file has".formatted(entry.feature(), entry.scenario()));
            }
        }
    }

    /** The entry that holds for a scenario today. */
    public Optional<QuarantineEntry> of(ScenarioId id) {
        return entries.stream()
                .filter(entry -> !entry.expired(today) && entry.means(id))
                .findFirst();
    }

    /** The entries whose time is over: each fails the run, whatever its scenario does. */
    public List<QuarantineEntry> expired() {
        return entries.stream().filter(entry -> entry.expired(today)).toList();
    }

    /** What an expired entry asks of people. */
    public String complaint(QuarantineEntry expired) {
        return "the quarantine of \"%s\" ended on %s (%s: %s). Mend the scenario or the vehicle and take the entry out of %s, or agree on another day"
                .formatted(expired.scenario(), expired.until(), expired.owner(), expired.reason(), file);
    }
}
