package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Surroundings;

/** What the vehicle reaches its cloud by. */
public enum Bearer {
    WIFI,
    CELLULAR;

    /** Switches this network on and the other off. */
    void connect(Surroundings surroundings) {
        surroundings.wifi(this == WIFI);
        surroundings.cellular(this == CELLULAR);
    }
}
