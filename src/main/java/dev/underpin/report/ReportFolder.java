package dev.underpin.report;

import dev.underpin.judge.Clause;
import dev.underpin.mistake.UserMistake;
import dev.underpin.report.allure.AllureReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder of a run's report. It grows under another name beside its place and takes its place when complete, so nobody ever reads
 * half a report. Closing it before removes what there is of it.
 */
public final class ReportFolder implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path place;
    private final Path growing;

    private ReportFolder(Path place) {
        this.place = place.toAbsolutePath().normalize();
        this.growing = this.place.resolveSibling("." + name() + ".part");
    }

    /** A new folder below {@code reports}, named after the moment and the seed. */
    public static ReportFolder below(Path reports, Instant now, long seed) {
        String name = "%s-seed%d".formatted(NAME.format(now), seed);
        Path place = reports.resolve(name);
        for (int again = 2; Files.exists(place); again++) {
            place = reports.resolve(name + "-" + again);
        }
        return new ReportFolder(place);
    }

    /**
     * That very folder; an earlier report in it is replaced.
     *
     * @throws UserMistake when there is something else
     */
    public static ReportFolder at(Path place) {
        if (Files.exists(place) && !isEmpty(place) && !Files.exists(place.resolve("summary.json"))) {
            throw UserMistake.saying(
                    "--out %s: expected a new folder, an empty one or an earlier report, found something else"
                            .formatted(place));
        }
        return new ReportFolder(place);
    }

    /** The run's name. */
    public String name() {
        return Objects.requireNonNull(place.getFileName(), "a report needs a named folder")
                .toString();
    }

    /** Where the complete report lies. */
    public Path place() {
        return place;
    }

    /** A part of the report while it grows. */
    public Path part(String part) {
        return growing.resolve(part);
    }

    /** Writes what the outcome says and puts the folder in its place. */
    public void complete(RunOutcome outcome, List<Clause> clauses) throws IOException {
        Files.createDirectories(growing);
        new AllureReport(outcome, clauses).write(part("allure-results"), part("allure-report"));
        Files.write(part("junit.xml"), JunitXml.of(outcome));
        Files.write(part("summary.json"), Summary.of(outcome));
        remove(place);
        Files.move(growing, place);
    }

    /** Removes what is unfinished. */
    @Override
    public void close() {
        remove(growing);
    }

    private static boolean isEmpty(Path place) {
        try (Stream<Path> inside = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
            return inside.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
