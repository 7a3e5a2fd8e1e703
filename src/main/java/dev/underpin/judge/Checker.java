package dev.underpin.judge;

import dev.underpin.history.History;

/** Decides one promise from the history alone; a pure function, so that anybody can run it again later. */
@FunctionalInterface
public interface Checker {
    /** Pass or Fail once it is decided, Inconclusive while it is open. */
    Finding check(History history);
}
