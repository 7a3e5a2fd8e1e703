package dev.underpin.campaign;

import dev.underpin.history.History;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Verdict;
import dev.underpin.judge.Witnesses;
import java.util.List;
import java.util.stream.Stream;

/** What is asked of a run: the contract's postconditions, what holds always, and that each fault was seen. */
final class Judgement {
    private final History history;
    private final List<Promise> postconditions;
    private final List<Promise> invariants;

    Judgement(Judge judge, History history, List<String> postconditions) {
        this.history = history;
        this.postconditions = postconditions.stream()
                .map(id -> new Promise(id, id, it -> judge.judge(id, it)))
                .toList();
        this.invariants = judge.invariants();
    }

    /** Whether time may still decide something. */
    boolean open() {
        return Stream.concat(postconditions.stream(), invariants.stream())
                .anyMatch(promise -> promise.checker().check(history).verdict() == Verdict.INCONCLUSIVE);
    }

    /** What was not kept, the worst first. */
    List<Broken> broken() {
        return Stream.of(postconditions, invariants, Witnesses.of(history))
                .flatMap(List::stream)
                .map(this::judged)
                .filter(broken -> broken.verdict() != Verdict.PASS && broken.verdict() != Verdict.NOT_RUN)
                .sorted(java.util.Comparator.comparing(Broken::verdict).reversed())
                .toList();
    }

    private Broken judged(Promise promise) {
        Finding finding = promise.checker().check(history);
        return new Broken(promise.id(), finding.verdict(), finding.reason());
    }
}
