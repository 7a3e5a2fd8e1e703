package dev.underpin.judge;

/**
 * Something to be judged: a clause of a contract, or an invariant that holds in every scenario.
 *
 * @param id clause id, or the invariant's rule id such as {@code V2}
 * @param text what is promised
 * @param checker who decides
 */
public record Promise(String id, String text, Checker checker) {}
