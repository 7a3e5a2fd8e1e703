package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;

/** What a person does about the obstacle that the title of a message names. */
final class Remedy {
    private Remedy() {}

    /** Does it; nothing for what no driver can change. */
    static void apply(String title, Bearer bearer, Bench bench) {
        switch (title) {
            case "A stable connection is required" -> bearer.connect(bench.surroundings());
            case "Battery too low", "12 V supply too low" -> bench.driver().plug();
            case "Park the vehicle" -> {
                bench.driver().park();
                bench.driver().gear("P");
            }
            case "Navigation is active" -> bench.driver().navigate(false);
            case "Driving assistance is active" -> bench.driver().assist(false);
            default -> {}
        }
    }
}
