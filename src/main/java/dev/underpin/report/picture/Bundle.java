package dev.underpin.report.picture;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Messages that say the same thing between the same parties: one row of the diagram. */
final class Bundle {
    private static final int WORTH_NAMING_BYTES = 4096;
    private static final int FEW = 4;
    private static final double KIBI = 1024;

    private final Message first;
    private final Set<String> answers = new LinkedHashSet<>();
    private final Set<String> targets = new LinkedHashSet<>();
    private long lastAt;
    private double lastProgress;
    private long bytes;
    private int count;

    Bundle(Message first) {
        this.first = first;
        add(first);
    }

    void add(Message message) {
        count++;
        bytes += message.bytes();
        lastAt = message.at();
        targets.add(message.to());
        lastProgress = message.progress();
        answer(message);
    }

    /** Notes how a message was answered. */
    void answer(Message message) {
        if (!message.answer().isEmpty()) {
            answers.add(message.answer());
        }
    }

    Message first() {
        return first;
    }

    /** Whom the messages went to, in the order of the first to each. */
    Set<String> targets() {
        return targets;
    }

    /** Vehicle time of the last message, nanoseconds. */
    long lastAt() {
        return lastAt;
    }

    boolean troubled() {
        return !answers.isEmpty();
    }

    /** What the row says: the text, how often, how much, how far, how it was answered. */
    String text() {
        StringBuilder text = new StringBuilder(first.text());
        if (first.progress() >= 0) {
            text.append(String.format(Locale.ROOT, " %.0f – %.0f %%", first.progress(), lastProgress));
        } else if (count > targets.size()) {
            text.append(" ×").append(count);
        }
        if (targets.size() > 1) {
            text.append(
                    targets.size() > FEW
                            ? ", %d control units".formatted(targets.size())
                            : ", " + String.join(" ", targets));
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
