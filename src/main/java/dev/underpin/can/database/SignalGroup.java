package dev.underpin.can.database;

import java.util.List;

/**
 * Signals of a message that belong together (SIG_GROUP_).
 *
 * @param repetitions as the file says it, mostly 1
 * @param signals their symbols
 */
public record SignalGroup(String name, long repetitions, List<String> signals) {
    public SignalGroup {
        signals = List.copyOf(signals);
    }
}
