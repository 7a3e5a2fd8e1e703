package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A promise told as a chain of events: after one, within a time, the next; and what holds once it is there. A link that does not come
 * in time breaks the promise; before that it is open.
 */
public final class Chain implements Checker {
    /** Looks at the links so far. */
    @FunctionalInterface
    public interface Demand {
        /** What is wrong, in words; empty when nothing is. */
        Optional<String> complaint(Facts facts, List<Entry> links);
    }

    private record Link(Sign sign, long within) {}

    private record Part(Optional<Link> link, Optional<Demand> demand) {}

    private final String what;
    private final Function<Facts, Optional<Entry>> start;
    private final List<Part> parts;

    private Chain(String what, Function<Facts, Optional<Entry>> start, List<Part> parts) {
        this.what = what;
        this.start = start;
        this.parts = List.copyOf(parts);
    }

    /** A chain that begins at the first record that shows {@code sign}. */
    public static Chain from(Sign sign) {
        return from(sign.words(), sign::first);
    }

    /** A chain that begins at the last record that shows {@code sign}. */
    public static Chain fromLast(Sign sign) {
        return from(sign.words(), sign::last);
    }

    /** A chain that begins at the record that {@code start} finds; {@code what} names it. */
    public static Chain from(String what, Function<Facts, Optional<Entry>> start) {
        return new Chain(what, start, List.of());
    }

    /** Next, within so many nanoseconds of vehicle time, comes {@code sign}. */
    public Chain then(long within, Sign sign) {
        return with(new Part(Optional.of(new Link(sign, within)), Optional.empty()));
    }

    /** Then this holds. */
    public Chain where(Demand demand) {
        return with(new Part(Optional.empty(), Optional.of(demand)));
    }

    /** Then {@code condition} holds of the last link; else {@code complaint} tells what is wrong with it. */
    public Chain where(Predicate<Entry> condition, String complaint) {
        return where((facts, links) -> condition.test(links.getLast()) ? Optional.empty() : Optional.of(complaint));
    }

    /** Between the last two links {@code sign} never came. */
    public Chain without(Sign sign) {
        return where((facts, links) -> {
            int before = links.size() < 2
                    ? Facts.BEGINNING
                    : links.get(links.size() - 2).index();
            return sign.firstAfter(facts, before)
                    .filter(entry -> entry.index() < links.getLast().index())
                    .map(entry -> "%s came at %s, before it was due".formatted(sign.words(), Words.moment(entry.at())));
        });
    }

    @Override
    public Finding check(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> first = start.apply(facts);
        if (first.isEmpty()) {
            return Finding.open(what);
        }
        List<Entry> links = new ArrayList<>(List.of(first.get()));
        for (Part part : parts) {
            Optional<Finding> end = part.link().isPresent()
                    ? follow(facts, part.link().get(), links)
                    : part.demand().orElseThrow().complaint(facts, links).map(words -> broken(words, links));
            if (end.isPresent()) {
                return end.get();
            }
        }
        return Finding.pass(told(links)).by(links);
    }

    private Optional<Finding> follow(Facts facts, Link link, List<Entry> links) {
        Entry last = links.getLast();
        Optional<Entry> next = link.sign().firstAfter(facts, last.index());
        long limit = last.at() + link.within();
        if (next.isPresent() && next.get().at() <= limit) {
            links.add(next.get());
            return Optional.empty();
        }
        if (next.isPresent() || facts.now() > limit) {
            return Optional.of(broken(
                    "%s did not come within %s".formatted(link.sign().words(), Words.span(link.within())), links));
        }
        return Optional.of(Finding.open(link.sign().words()).by(links));
    }

    private Chain with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Chain(what, start, more);
    }

    private static Finding broken(String words, List<Entry> links) {
        return Finding.fail("%s; it went: %s".formatted(words, told(links))).by(links);
    }

    private static String told(List<Entry> links) {
        return String.join(
                ", then ",
                links.stream()
                        .map(link -> "%s at %s".formatted(Told.brief(link), Words.moment(link.at())))
                        .toList());
    }
}
