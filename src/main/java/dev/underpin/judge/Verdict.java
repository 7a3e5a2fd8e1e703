package dev.underpin.judge;

import java.util.Collection;
import java.util.Comparator;

/** The outcome of a judgement; the worst wins. The one place that says what an outcome means for Cucumber, Allure and the exit code. */
public enum Verdict {
    /** The rig lacks a capability that the scenario needs. */
    NOT_RUN("NotRun", "skipped", 0),
    /** The promise was kept. */
    PASS("Pass", "passed", 0),
    /** A fault that the scenario asked for was never seen by its witness, so nothing was proved. */
    VACUOUS("Vacuous", "failed", 1),
    /** What was promised was neither kept nor broken within the limit. */
    INCONCLUSIVE("Inconclusive", "failed", 1),
    /** The promise was broken. */
    FAIL("Fail", "failed", 1),
    /** The rig failed; nothing is said about the vehicle. */
    RIG_ERROR("RigError", "broken", 3),
    /** Underpin failed; nothing is said about the vehicle. */
    HARNESS_ERROR("HarnessError", "broken", 3);

    private final String label;
    private final String allureStatus;
    private final int exitCode;

    Verdict(String label, String allureStatus, int exitCode) {
        this.label = label;
        this.allureStatus = allureStatus;
        this.exitCode = exitCode;
    }

    /** As reports write it. */
    public String label() {
        return label;
    }

    /** Allure's word for it: passed, skipped, failed or broken. */
    public String allureStatus() {
        return allureStatus;
    }

    /** Exit code of a run whose worst verdict this is. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * The verdict that reports write as {@code label}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Verdict labelled(String label) {
        for (Verdict verdict : values()) {
            if (verdict.label.equals(label)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict is called " + label);
    }

    /** The worse of two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The worst of many; {@link #NOT_RUN} of none. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(NOT_RUN);
    }

    @Override
    public String toString() {
        return label;
    }
}
