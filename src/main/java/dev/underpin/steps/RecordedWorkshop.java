package dev.underpin.steps;

import dev.underpin.rig.port.Workshop;

/** A workshop's tester of which the history tells that it was there, and what it asked. */
record RecordedWorkshop(Workshop workshop, RecordedBench.Scribe scribe) implements Workshop {
    @Override
    public String ask(String ecu, String request) {
        scribe.write("workshop", ecu + " " + request);
        return workshop.ask(ecu, request);
    }

    @Override
    public String key(String ecu, String seed) {
        return workshop.key(ecu, seed);
    }
}
