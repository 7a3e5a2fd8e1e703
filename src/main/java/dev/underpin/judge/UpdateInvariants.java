package dev.underpin.judge;

import java.util.List;

/** What holds of every update. */
final class UpdateInvariants {
    private UpdateInvariants() {}

    static List<Promise> all() {
        return List.of(
                new Promise("V2", "nothing is programmed without the user's word", ConsentInvariants::installed),
                new Promise("V3", "the word to download and the word to install are two", ConsentInvariants::separate),
                new Promise("V4", "a scheduled installation starts inside its window", ConsentInvariants::inWindow),
                new Promise("Q10", "while a refusal stands nothing is programmed", ConsentInvariants::refused),
                new Promise("V8", "a vehicle that is being changed cannot be driven", SafetyInvariants::heldStill),
                new Promise("V10", "progress never falls and never says too much", ProgressInvariant::honest),
                new Promise("V12", "only whole images run", ProgrammingInvariants::onlyWholeImages),
                new Promise("V13", "the version told is the version that runs", ProgrammingInvariants::versionTold),
                new Promise("V32", "all targets are new, or all are old", ProgrammingInvariants::allOrNothing),
                new Promise("downgrade", "no version goes down", ProgrammingInvariants::noDowngrade));
    }
}
