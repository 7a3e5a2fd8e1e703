package dev.underpin.campaign.list;

import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.fault.PlannedFault;
import dev.underpin.time.Entropy;
import dev.underpin.time.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault some of whose parameters are open: a list offers its values, {@code 1..40} every whole number between; {@code for} is a time
 * such as {@code 3 s} or {@code 1..60 s}.
 */
final class FaultTemplate {
    private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");
    private static final Pattern TIME = Pattern.compile("(\\S+) (ms|s|min|h)");

    private final FaultKind kind;
    private final Map<String, Object> parameters;
    private final String lasting;

    /**
     * A template as a campaign's file writes it.
     *
     * @throws IllegalArgumentException if there is no such fault, or it has no such parameters
     */
    FaultTemplate(Map<String, Object> line) {
        this.parameters = new LinkedHashMap<>(line);
        String name = String.valueOf(parameters.remove("fault"));
        Object time = parameters.remove("for");
        this.kind = FaultKind.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no fault is called '%s'".formatted(name)));
        this.lasting = time == null ? "" : time.toString();
        fault(new Entropy(0));
        lasting(new Entropy(0));
    }

    String kind() {
        return kind.id();
    }

    /** A fault whose open parameters are drawn. */
    Fault fault(Entropy entropy) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        parameters.forEach((name, value) -> drawn.put(name, drawn(value, entropy)));
        return kind.fault(drawn);
    }

    /** How long it lasts, nanoseconds, drawn. */
    long lasting(Entropy entropy) {
        if (lasting.isEmpty()) {
            return PlannedFault.UNTIL_THE_END;
        }
        Matcher time = TIME.matcher(lasting);
        if (!time.matches()) {
            throw new IllegalArgumentException(
                    "%s.for: expected a time such as 3 s or 1..60 s, found '%s'".formatted(kind(), lasting));
        }
        return Span.nanos(drawn(time.group(1), entropy) + " " + time.group(2));
    }

    private static Object drawn(Object value, Entropy entropy) {
        if (value instanceof List<?> choices) {
            return choices.get((int) entropy.below(choices.size()));
        }
        Matcher range = RANGE.matcher(value.toString());
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            return from + entropy.below(Long.parseLong(range.group(2)) - from + 1);
        }
        return value;
    }
}
