package dev.underpin.campaign;

import dev.underpin.judge.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * What a run came to.
 *
 * @param index the run's place in the campaign's list
 * @param end how the flow ended, by name
 * @param broken what was not kept, the worst first
 * @param met the faults that were injected, and when
 * @param vehicleSeconds how long it took in vehicle time
 * @param digest SHA-256 of its history; empty when it crashed
 */
public record RunResult(
        int index, String end, List<Broken> broken, List<Met> met, double vehicleSeconds, String digest) {
    public RunResult {
        broken = broken.stream()
                .sorted(Comparator.comparing(Broken::verdict).reversed())
                .toList();
        met = List.copyOf(met);
    }

    /**
     * A fault that was injected.
     *
     * @param kind its kind
     * @param phase the phase of the flow that had begun last
     */
    public record Met(String kind, String phase) {}

    /** A run that did not come to its end because of {@code failure}, which is not the vehicle's. */
    static RunResult crashed(int index, Verdict verdict, Throwable failure) {
        String words = "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
        return new RunResult(index, "crashed", List.of(new Broken("run", verdict, words)), List.of(), 0, "");
    }

    /** The worst that was found. */
    public Verdict verdict() {
        return broken.isEmpty() ? Verdict.PASS : broken.getFirst().verdict();
    }
}
