package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;

/** The scene of every flow: parked with the ignition on, charged, connected, a registered user who has consented. */
final class Scene {
    private static final double CHARGED = 80;

    private Scene() {}

    static void set(Bench bench, Bearer bearer) {
        bench.manufacturer().registered(true);
        bench.manufacturer().contactDetails(true);
        bench.manufacturer().updateConsent(true);
        bench.surroundings().stateOfCharge(CHARGED);
        bearer.connect(bench.surroundings());
        bench.driver().ignition(true);
    }
}
