package dev.underpin.report;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What real media did besides carrying frames, and how well the run kept time, in words. */
public final class MediumExcerpt {
    private static final int MOST = 100;

    private MediumExcerpt() {}

    /** Line by line; empty when there is nothing to tell. */
    public static Optional<String> of(History history) {
        List<Entry> notes = history.of(Kind.MEDIUM);
        String text = notes.stream().limit(MOST).map(MediumExcerpt::line).collect(Collectors.joining("\n"));
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(notes.size() <= MOST ? text : text + "\n… and %d more".formatted(notes.size() - MOST));
    }

    private static String line(Entry note) {
        return "%.6f s %s %s"
                .formatted(
                        Nanos.toSeconds(note.at()),
                        note.source(),
                        note.fields().entrySet().stream()
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining(" ")));
    }
}
