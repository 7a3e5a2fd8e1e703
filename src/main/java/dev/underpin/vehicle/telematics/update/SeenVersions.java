package dev.underpin.vehicle.telematics.update;

import java.util.LinkedHashMap;
import java.util.Map;

/** The highest version of each metadata file that was ever believed; survives power loss. */
public final class SeenVersions {
    private final Map<String, Long> highest = new LinkedHashMap<>();

    long highest(String file) {
        return highest.getOrDefault(file, 0L);
    }

    void believed(String file, long version) {
        highest.merge(file, version, Math::max);
    }
}
