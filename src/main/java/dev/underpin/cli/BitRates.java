package dev.underpin.cli;

import dev.underpin.can.BusTiming;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bit rates of the buses in a log: one for all, or each as the rig says. */
final class BitRates {
    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{3,8})(?:/([1-9]\\d{3,8}))?");

    private final Map<String, BusTiming> known;
    private final @Nullable BusTiming all;
    private final String source;

    private BitRates(Map<String, BusTiming> known, @Nullable BusTiming all, String source) {
        this.known = known;
        this.all = all;
        this.source = source;
    }

    /** Those of {@code rig}, which was read from {@code file}. */
    static BitRates of(RigFile rig, Path file) {
        return new BitRates(rig.timings(), null, file.toString());
    }

    /** Of every bus that which {@code text} says, {@code nominal} or {@code nominal/data} in bit/s. */
    static BitRates all(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw UserMistake.saying(
                    "--bit-rate: expected bits per second such as 500000 or 500000/2000000, found \"%s\""
                            .formatted(text));
        }
        long data = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
        return new BitRates(Map.of(), new BusTiming(Long.parseLong(parts.group(1)), data), "");
    }

    /** The bit rates of {@code bus}, which is in {@code log}. */
    BusTiming of(Path log, String bus) {
        BusTiming timing = all == null ? known.get(bus) : all;
        if (timing == null) {
            throw UserMistake.in(
                    log.toString(),
                    "bus " + bus,
                    "a bus of %s (%s), or its rate by --bit-rate".formatted(source, String.join(", ", known.keySet())),
                    "neither");
        }
        return timing;
    }
}
