package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The user's word to an update: a button of the vehicle, or a command of the companion app. */
final class Consent {
    private Consent() {}

    /** The last word to install: a confirmation, or else a schedule. */
    static Optional<Entry> toInstall(History history) {
        return last(history, "Confirm").or(() -> last(history, "Schedule"));
    }

    /** The last time that one of these was chosen. */
    static Optional<Entry> last(History history, String... choices) {
        return Stream.of(
                        Past.last(history, Kind.PRESS, Views.pressed(choices)),
                        Past.last(history, Kind.HTTP, commanded(choices)))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Entry::index));
    }

    /** Whether that record is one of these choices. */
    static boolean chosen(Entry entry, String... choices) {
        return switch (entry.kind()) {
            case PRESS -> Views.pressed(choices).test(entry);
            case HTTP -> commanded(choices).test(entry);
            default -> false;
        };
    }

    private static Predicate<Entry> commanded(String... choices) {
        return Radio.method("POST")
                .and(entry -> entry.is("leg", "app"))
                .and(Radio.path("/commands"))
                .and(Radio::succeeded)
                .and(entry -> Stream.of(choices)
                        .anyMatch(Radio.request(entry).path("command").asString("")::equals));
    }
}
