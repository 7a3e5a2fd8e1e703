package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import dev.underpin.trace.IdRanges;
import dev.underpin.trace.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of a bus log are wanted. */
final class SelectionOptions {
    @Option(names = "--bus", paramLabel = "NAME", description = "Only this bus (channel of the log).")
    private @Nullable String bus;

    @Option(
            names = "--only",
            paramLabel = "IDS",
            description = "Only these identifiers, such as \"7DF,7E0-7EF,18DAF110\".")
    private @Nullable String only;

    @Option(
            names = "--from",
            paramLabel = "S",
            description = "Only from this second on, counted from the whole second in which the log begins.")
    private @Nullable Double from;

    @Option(names = "--until", paramLabel = "S", description = "Only up to this second.")
    private @Nullable Double until;

    /** The bus that is wanted; null for all. */
    @Nullable
    String bus() {
        return bus;
    }

    Selection selection() {
        long first = from == null ? 0 : nanos("--from", from);
        long last = until == null ? Long.MAX_VALUE : nanos("--until", until);
        if (first > last) {
            throw UserMistake.saying("--until: expected a second after --from %s, found %s".formatted(from, until));
        }
        return new Selection(bus, only == null ? IdRanges.ALL : IdRanges.parse(only), first, last);
    }

    private static long nanos(String option, double seconds) {
        if (!(seconds >= 0 && Double.isFinite(seconds))) {
            throw UserMistake.saying("%s: expected seconds from 0 on, found %s".formatted(option, seconds));
        }
        return Math.round(seconds * Nanos.SECOND);
    }
}
