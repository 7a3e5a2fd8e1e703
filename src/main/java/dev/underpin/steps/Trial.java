package dev.underpin.steps;

import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.Nemesis;
import dev.underpin.fault.PlannedFault;
import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Clause;
import dev.underpin.judge.Clauses;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Promise;
import dev.underpin.judge.PromiseBroken;
import dev.underpin.judge.Refusals;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.time.Await.AwaitTimeout;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One scenario on its bench: what its steps share. Made anew for each scenario, confined to its thread. */
public final class Trial implements FaultStage {
    private final BenchProvider provider;
    private final Clauses clauses;
    private final Judge judge = Judge.standard();
    private final List<Nemesis> nemeses = new ArrayList<>();
    private List<String> tagged = List.of();
    private @Nullable Bench bench;

    public Trial(BenchProvider provider, Clauses clauses) {
        this.provider = provider;
        this.clauses = clauses;
    }

    /**
     * Makes the scenario's bench ready.
     *
     * @param scenario its full name
     * @param clauses the clauses on its tags
     */
    void open(String scenario, List<String> clauses) {
        tagged = List.copyOf(clauses);
        bench = new RecordedBench(provider.bench(scenario));
    }

    /** Has a plan of faults carried out from now on, until the scenario's steps are over. */
    void carryOut(FaultPlan plan) {
        Scheduler scheduler = bench().calendar().scheduler();
        Nemesis one = new Nemesis(plan, scheduler, history(), bench().faults(), new Entropy(nemeses.size()));
        nemeses.add(one);
        one.begin();
    }

    @Override
    public void inject(Fault fault) {
        bench().faults().inject(fault);
    }

    @Override
    public void heal(Fault fault) {
        bench().faults().heal(fault);
    }

    @Override
    public void pass(long nanos) {
        bench().await().pass(nanos);
    }

    @Override
    public void await(String what, long within, Predicate<Bench> seen) {
        await(what, within, () -> seen.test(bench()));
    }

    /** Every planned fault heals. */
    void endFaults() {
        nemeses.forEach(Nemesis::end);
    }

    /** The planned faults whose moment never came. */
    List<PlannedFault> missedFaults() {
        return nemeses.stream().flatMap(it -> it.missed().stream()).toList();
    }

    void close() {
        nemeses.clear();
        if (bench != null) {
            bench.close();
            bench = null;
        }
    }

    boolean isOpen() {
        return bench != null;
    }

    Bench bench() {
        if (bench == null) {
            throw new IllegalStateException("the scenario has no bench: its opening hook did not run");
        }
        return bench;
    }

    History history() {
        return bench().history();
    }

    Judge judge() {
        return judge;
    }

    /** Lets vehicle time pass until the clause is decided, and requires that it was kept. */
    void prove(String clause, long within) {
        require(clause, promised(clause), history -> judge.judge(clause, history), within);
    }

    /** Lets vehicle time pass until an invariant is decided, and requires that it was kept. */
    void proveInvariant(String rule, long within) {
        Promise invariant = judge.invariant(rule);
        require(rule, invariant.text(), invariant.checker(), within);
    }

    /** Lets vehicle time pass until what a catalogue of faults expects is decided, and requires that it was so. */
    void proveRow(String id, long within) {
        Promise row = judge.row(id).orElseThrow(() -> new IllegalArgumentException("nobody judges row " + id));
        require(id, row.text(), row.checker(), within);
    }

    /** Proves the clauses on the scenario's tags, which a refusal is to keep, and that it names its reason. */
    void proveRefusal(String view, String reason) {
        tagged.forEach(clause -> prove(clause, Limits.CLOUD));
        String id = "refusal " + reason;
        require(id, "the refusal names its reason", history -> Refusals.seen(history, view, reason), Limits.CLOUD);
    }

    /** Waits for the system's answer to the last press: that view and no other. */
    void proveAnswer(String view) {
        require("answer " + view, "the system answers", history -> Refusals.answer(history, view), Limits.CLOUD);
    }

    private void require(String id, String promised, Checker checker, long within) {
        Finding finding = decided(id, checker, within);
        note(id, finding);
        if (!finding.passed()) {
            throw new PromiseBroken(id, promised, finding, history());
        }
    }

    /** The contract's words for a clause. */
    String promised(String clause) {
        return clauses.find(clause).map(Clause::text).orElse("");
    }

    /** The clauses on the scenario's tags. */
    List<String> tagged() {
        return tagged;
    }

    /** Of these tags, those that name a clause. */
    List<String> clausesAmong(Collection<String> tags) {
        return tags.stream()
                .map(tag -> tag.substring(1))
                .filter(clause -> clauses.find(clause).isPresent())
                .sorted()
                .toList();
    }

    /** Writes a judgement into the history. */
    void note(String promise, Finding finding) {
        String records = String.join(
                ",",
                finding.records().stream()
                        .map(Entry::index)
                        .map(String::valueOf)
                        .toList());
        history()
                .add(
                        bench().calendar().scheduler().now(),
                        Kind.VERDICT,
                        "judge",
                        Fields.of("clause", promise)
                                .and("verdict", finding.verdict().label())
                                .and("reason", finding.reason())
                                .and("records", records));
    }

    /** Lets vehicle time pass until something is seen. When it never comes, a promise that is broken by then says why. */
    void await(String what, long within, BooleanSupplier condition) {
        try {
            bench().await().untilTrue(what, within, condition::getAsBoolean, this::lastSeen);
        } catch (AwaitTimeout vain) {
            Optional<PromiseBroken> cause = broken();
            cause.ifPresent(it -> it.addSuppressed(vain));
            throw cause.<Error>map(it -> it).orElseThrow(() -> vain);
        }
    }

    private Optional<PromiseBroken> broken() {
        Stream<Promise> clauses =
                tagged.stream().map(id -> new Promise(id, promised(id), history -> judge.judge(id, history)));
        return Stream.concat(clauses, judge.invariants().stream())
                .flatMap(promise -> broken(promise).stream())
                .findFirst();
    }

    private Optional<PromiseBroken> broken(Promise promise) {
        Finding finding = promise.checker().check(history());
        return finding.verdict() == Verdict.FAIL
                ? Optional.of(new PromiseBroken(promise.id(), promise.text(), finding, history()))
                : Optional.empty();
    }

    private Finding decided(String id, Checker checker, long within) {
        Watch watch = new Watch(checker);
        try {
            return bench().await().until(id, within, watch::look, () -> watch.finding.reason());
        } catch (AwaitTimeout open) {
            return checker.check(history());
        }
    }

    private String lastSeen() {
        Set<Kind> telling = Set.of(Kind.SCREEN, Kind.PRESS, Kind.HTTP, Kind.LAMP, Kind.ACTION);
        for (int i = history().entries().size() - 1; i >= 0; i--) {
            Entry entry = history().entries().get(i);
            if (telling.contains(entry.kind())) {
                return entry.kind() + " " + entry.fields();
            }
        }
        return "nothing";
    }

    /** Looks at a clause again only when something was added to the history, and at most every {@link #GLANCE}. */
    private final class Watch {
        /** Nanoseconds of vehicle time. */
        private static final long GLANCE = 200 * Nanos.MILLISECOND;

        private final Checker checker;
        private int revision = -1;
        private long due;
        private Finding finding = Finding.open("anything");

        Watch(Checker checker) {
            this.checker = checker;
        }

        Optional<Finding> look() {
            long now = bench().calendar().scheduler().now();
            if (history().revision() != revision && now >= due) {
                revision = history().revision();
                due = now + GLANCE;
                finding = checker.check(history());
            }
            boolean open = finding.verdict() == Verdict.INCONCLUSIVE || finding.verdict() == Verdict.NOT_RUN;
            return open ? Optional.empty() : Optional.of(finding);
        }
    }
}
