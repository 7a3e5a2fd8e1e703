package dev.underpin.campaign;

import dev.underpin.history.History;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Verdict;
import dev.underpin.judge.Witnesses;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is asked of a run: the contract's postconditions, what holds always, and that each fault was seen. */
final class Judgement {
    private final History history;
    private final List<Promise> promises;
    private List<Broken> broken = List.of();

    Judgement(Judge judge, History history, List<String> postconditions) {
        this.history = history;
        this.promises = Stream.concat(
                        postconditions.stream().map(id -> new Promise(id, id, it -> judge.judge(id, it))),
                        judge.invariants().stream())
                .toList();
    }

    /** Judges what there is now; whether time may still decide something. */
    boolean open() {
        broken = Stream.concat(promises.stream(), Witnesses.of(history).stream())
                .map(this::judged)
                .filter(found -> found.verdict() != Verdict.PASS && found.verdict() != Verdict.NOT_RUN)
                .sorted(Comparator.comparing(Broken::verdict).reversed())
                .toList();
        return broken.stream().anyMatch(found -> found.verdict() == Verdict.INCONCLUSIVE);
    }

    /** What had not been kept at the last look, the worst first. */
    List<Broken> broken() {
        return broken;
    }

    private Broken judged(Promise promise) {
        Finding finding = promise.checker().check(history);
        return new Broken(promise.id(), finding.verdict(), finding.reason());
    }
}
