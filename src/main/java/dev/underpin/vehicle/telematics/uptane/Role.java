package dev.underpin.vehicle.telematics.uptane;

import java.util.Locale;

/** The roles of a repository (Uptane Standard 2.1.0, 5.1). */
enum Role {
    ROOT,
    TIMESTAMP,
    SNAPSHOT,
    TARGETS;

    /** The name in metadata, such as {@code snapshot}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name under which other roles list its file, such as {@code targets.json}. */
    String listed() {
        return code() + ".json";
    }
}
