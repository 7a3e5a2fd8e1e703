package dev.underpin.campaign;

import dev.underpin.judge.Verdict;
import java.util.List;

/**
 * What a run came to.
 *
 * @param name the run's name
 * @param end how the flow ended, by name
 * @param broken what was not kept, the worst first
 * @param vehicleSeconds how long it took in vehicle time
 * @param digest SHA-256 of its history
 */
public record RunResult(String name, String end, List<Broken> broken, double vehicleSeconds, String digest) {
    public RunResult {
        broken = List.copyOf(broken);
    }

    /** The worst that was found. */
    public Verdict verdict() {
        return broken.isEmpty() ? Verdict.PASS : broken.getFirst().verdict();
    }
}
