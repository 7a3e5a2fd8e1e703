package dev.underpin.judge.update;

import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import java.util.List;
import java.util.function.Function;

/** What holds of every update. */
public final class UpdateInvariants {
    private UpdateInvariants() {}

    /** All of them; a finding NotRun says that one does not apply to a scenario. */
    public static List<Promise> all() {
        return List.of(
                rule("V2", "nothing is programmed without the user's word", ConsentInvariants::installed),
                rule("V3", "the word to download and the word to install are two", ConsentInvariants::separate),
                rule("V4", "a scheduled installation starts inside its window", ConsentInvariants::inWindow),
                rule("Q10", "while a refusal stands nothing is programmed", ConsentInvariants::refused),
                rule("V8", "a vehicle that is being changed cannot be driven", SafetyInvariants::heldStill),
                rule("V10", "progress never falls and never says too much", ProgressInvariant::honest),
                rule("V12", "only whole images run", ProgrammingInvariants::onlyWholeImages),
                rule("V13", "the version told is the version that runs", ProgrammingInvariants::versionTold),
                rule("B12", "the cloud believes an update only by proof", SyncInvariant::proved),
                rule("V32", "all targets are new, or all are old", ProgrammingInvariants::allOrNothing),
                rule("downgrade", "no version goes down", ProgrammingInvariants::noDowngrade));
    }

    private static Promise rule(String id, String text, Function<Facts, Finding> judgement) {
        return new Promise(id, text, history -> judgement.apply(new Facts(history)));
    }
}
