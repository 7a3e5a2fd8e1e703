package dev.underpin.campaign;

import dev.underpin.history.History;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Verdict;
import dev.underpin.judge.Witnesses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of a run: the contract's postconditions, what holds always, and that each fault was seen. */
final class Judgement {
    private final History history;
    private final List<Promise> promises;
    private List<Broken> broken = List.of();
    private @Nullable Promise undecided;

    Judgement(Judge judge, History history, List<String> postconditions) {
        this.history = history;
        this.promises = Stream.concat(
                        postconditions.stream().map(id -> new Promise(id, id, it -> judge.judge(id, it))),
                        judge.invariants().stream())
                .toList();
    }

    /** Judges what there is now; whether time may still decide something. As long as one promise is open the others wait. */
    boolean open() {
        Promise before = undecided;
        if (before == null || check(before).verdict() != Verdict.INCONCLUSIVE) {
            look();
        }
        return undecided != null;
    }

    /** What is not kept, the worst first. */
    List<Broken> broken() {
        if (undecided != null) {
            look();
        }
        return broken;
    }

    private void look() {
        undecided = null;
        List<Broken> found = new ArrayList<>();
        for (Promise promise :
                Stream.concat(promises.stream(), Witnesses.of(history).stream()).toList()) {
            Finding finding = check(promise);
            if (finding.verdict() == Verdict.INCONCLUSIVE && undecided == null) {
                undecided = promise;
            }
            if (finding.verdict() != Verdict.PASS && finding.verdict() != Verdict.NOT_RUN) {
                found.add(new Broken(promise.id(), finding.verdict(), finding.reason()));
            }
        }
        found.sort(Comparator.comparing(Broken::verdict).reversed());
        broken = List.copyOf(found);
    }

    private Finding check(Promise promise) {
        return promise.checker().check(history);
    }
}
