package dev.underpin.report.picture;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Messages that say the same thing between the same parties: one row of the diagram. */
final class Bundle {
    private static final int WORTH_NAMING_BYTES = 4096;
    private static final double KIBI = 1024;

    private final Message first;
    private final Set<String> answers = new LinkedHashSet<>();
    private double lastProgress;
    private long bytes;
    private int count;

    Bundle(Message first) {
        this.first = first;
        add(first);
    }

    void add(Message message) {
        boolean onlyAnswer = count > 0 && !message.answer().isEmpty() && message.bytes() == 0;
        count += onlyAnswer ? 0 : 1;
        bytes += message.bytes();
        lastProgress = message.progress();
        if (!message.answer().isEmpty()) {
            answers.add(message.answer());
        }
    }

    Message first() {
        return first;
    }

    boolean troubled() {
        return !answers.isEmpty();
    }

    /** What the row says: the text, how often, how much, how far, how it was answered. */
    String text() {
        StringBuilder text = new StringBuilder(first.text());
        if (first.progress() >= 0) {
            text.append(String.format(Locale.ROOT, " %.0f – %.0f %%", first.progress(), lastProgress));
        } else if (count > 1) {
            text.append(" ×").append(count);
        }
        if (bytes >= WORTH_NAMING_BYTES) {
            text.append(", ").append(size());
        }
        if (!answers.isEmpty()) {
            text.append(" → ").append(String.join(", ", answers));
        }
        return text.toString();
    }

    private String size() {
        return bytes >= KIBI * KIBI
                ? String.format(Locale.ROOT, "%.1f MiB", bytes / KIBI / KIBI)
                : String.format(Locale.ROOT, "%.0f KiB", bytes / KIBI);
    }
}
