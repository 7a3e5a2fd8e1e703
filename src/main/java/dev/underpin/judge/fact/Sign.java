package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Something that a record can show, with the words for it: "the view update.confirm". */
public final class Sign {
    private record Form(Kind kind, Predicate<Entry> which) {}

    private final String words;
    private final List<Form> forms;

    private Sign(String words, List<Form> forms) {
        this.words = words;
        this.forms = List.copyOf(forms);
    }

    /** A sign that records of {@code kind} show. */
    public static Sign of(String words, Kind kind, Predicate<Entry> which) {
        return new Sign(words, List.of(new Form(kind, which)));
    }

    /** Either of two. */
    public Sign or(Sign other) {
        List<Form> either = new ArrayList<>(forms);
        either.addAll(other.forms);
        return new Sign(words + " or " + other.words, either);
    }

    /** The same in other words. */
    public Sign called(String otherWords) {
        return new Sign(otherWords, forms);
    }

    /** Only those records that also fit {@code more}. */
    public Sign where(Predicate<Entry> more) {
        return new Sign(
                words,
                forms.stream()
                        .map(form -> new Form(form.kind, form.which.and(more)))
                        .toList());
    }

    /** What completes "not seen: ...". */
    public String words() {
        return words;
    }

    /** Whether {@code entry} shows it. */
    public boolean shownBy(Entry entry) {
        return forms.stream().anyMatch(form -> form.kind == entry.kind() && form.which.test(entry));
    }

    public Optional<Entry> first(Facts facts) {
        return firstAfter(facts, Facts.BEGINNING);
    }

    public Optional<Entry> last(Facts facts) {
        return lastBefore(facts, Facts.END);
    }

    public Optional<Entry> firstAfter(Facts facts, int place) {
        return forms.stream()
                .flatMap(form -> facts.firstAfter(place, form.kind, form.which).stream())
                .min(Comparator.comparingInt(Entry::index));
    }

    public Optional<Entry> lastBefore(Facts facts, int place) {
        return forms.stream()
                .flatMap(form -> facts.lastBefore(place, form.kind, form.which).stream())
                .max(Comparator.comparingInt(Entry::index));
    }

    /** All records between two places that show it, in order. */
    public List<Entry> between(Facts facts, int from, int to) {
        Stream<Entry> found = forms.stream().flatMap(form -> facts.between(from, to, form.kind, form.which).stream());
        return forms.size() == 1
                ? found.toList()
                : found.sorted(Comparator.comparingInt(Entry::index)).distinct().toList();
    }

    /** All records that show it, in order. */
    public List<Entry> all(Facts facts) {
        return between(facts, Facts.BEGINNING, Facts.END);
    }
}
