package dev.underpin.steps;

import dev.underpin.rig.port.Manufacturer;
import dev.underpin.steps.RecordedBench.Scribe;

/** A manufacturer whose records and releases are written down. */
record RecordedManufacturer(Manufacturer real, Scribe scribe) implements Manufacturer {
    @Override
    public void registered(boolean registered) {
        scribe.write("account", registered, "registered", "unregistered");
        real.registered(registered);
    }

    @Override
    public void contactDetails(boolean valid) {
        scribe.write("contact", valid, "valid", "missing");
        real.contactDetails(valid);
    }

    @Override
    public void updateConsent(boolean given) {
        scribe.write("update-consent", given, "given", "missing");
        real.updateConsent(given);
    }

    @Override
    public void updateSupported(boolean supported) {
        scribe.write("update-support", supported, "yes", "no");
        real.updateSupported(supported);
    }

    @Override
    public void softwareRecentEnough(boolean recent) {
        scribe.write("diagnostics-software", recent, "recent", "outdated");
        real.softwareRecentEnough(recent);
    }

    @Override
    public void publish(String bundle) {
        scribe.write("release", bundle);
        real.publish(bundle);
    }

    @Override
    public void rotateKeys(String repository, String role) {
        scribe.write("keys-rotated", repository + " " + role);
        real.rotateKeys(repository, role);
    }

    @Override
    public void withdraw(String reason) {
        scribe.write("withdrawal", reason);
        real.withdraw(reason);
    }

    @Override
    public String version(String bundle) {
        return real.version(bundle);
    }
}
