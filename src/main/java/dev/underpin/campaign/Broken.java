package dev.underpin.campaign;

import dev.underpin.judge.Verdict;

/**
 * A promise that a run did not keep.
 *
 * @param promise clause, invariant or {@code fault KIND}
 */
public record Broken(String promise, Verdict verdict, String reason) {}
