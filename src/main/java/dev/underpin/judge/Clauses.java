package dev.underpin.judge;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of clauses, as {@code features/clauses.md} lists them. */
public final class Clauses {
    private static final Pattern ROW =
            Pattern.compile("\\| ((?:RD|OTA|OTS)-[A-Z]\\d+[US]?(?: / [A-Z0-9-]+)*) \\| (.+) \\|");

    private final Map<String, Clause> byId = new LinkedHashMap<>();

    private Clauses() {}

    /**
     * Reads the table. A row with two ids ({@code OTS-M1U / OTS-M1S}) holds two texts, parted the same way.
     *
     * @throws UserMistake when the file is not there or has no clause in it
     */
    public static Clauses read(Path features) {
        Path file = features.resolve("clauses.md");
        Clauses clauses = new Clauses();
        for (String line : lines(file)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                clauses.add(row.group(1).split(" / "), row.group(2));
            }
        }
        if (clauses.byId.isEmpty()) {
            throw UserMistake.in(file.toString(), "", "a table of clauses", "none");
        }
        return clauses;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException missing) {
            throw UserMistake.in(file.toString(), "", "the table of clauses", "no readable file");
        }
    }

    private void add(String[] ids, String text) {
        String[] texts = ids.length == 1 ? new String[] {text} : text.split(" / ", ids.length);
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], new Clause(ids[i], texts[Math.min(i, texts.length - 1)].strip()));
        }
    }

    /** All clauses, in the order of the table. */
    public List<Clause> all() {
        return new ArrayList<>(byId.values());
    }

    /** The clause with that id. */
    public Optional<Clause> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
