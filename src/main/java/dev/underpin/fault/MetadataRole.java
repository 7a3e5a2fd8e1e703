package dev.underpin.fault;

import java.util.Locale;

/** The role of a metadata file that an attack is about. */
public enum MetadataRole {
    ROOT,
    TIMESTAMP,
    SNAPSHOT,
    TARGETS;

    /** The name in metadata and file names. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
