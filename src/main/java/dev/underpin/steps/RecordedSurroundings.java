package dev.underpin.steps;

import dev.underpin.rig.port.Surroundings;
import dev.underpin.steps.RecordedBench.Scribe;

/** Surroundings whose changes are written down. */
record RecordedSurroundings(Surroundings real, Scribe scribe) implements Surroundings {
    @Override
    public void wifi(boolean on) {
        scribe.write("wifi", on, "on", "off");
        real.wifi(on);
    }

    @Override
    public void cellular(boolean on) {
        scribe.write("cellular", on, "on", "off");
        real.cellular(on);
    }

    @Override
    public void weakNetwork() {
        scribe.write("network", "weak");
        real.weakNetwork();
    }

    @Override
    public boolean connected() {
        return real.connected();
    }

    @Override
    public void stateOfCharge(double percent) {
        scribe.write("state-of-charge", "%.0f".formatted(percent));
        real.stateOfCharge(percent);
    }

    @Override
    public void lowVoltageCharge(double percent) {
        scribe.write("low-voltage-charge", "%.0f".formatted(percent));
        real.lowVoltageCharge(percent);
    }

    @Override
    public void diagnosticInterface(boolean enabled) {
        scribe.write("diagnostic-interface", enabled, "enabled", "disabled");
        real.diagnosticInterface(enabled);
    }
}
