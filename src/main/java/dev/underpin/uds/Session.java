package dev.underpin.uds;

import org.jspecify.annotations.Nullable;

/** Diagnostic sessions of ISO 14229-1:2020 table 25. */
public enum Session {
    DEFAULT(1),
    PROGRAMMING(2),
    EXTENDED(3);

    private final int id;

    Session(int id) {
        this.id = id;
    }

    /** The sub-function of service 0x10 that asks for the session. */
    public int id() {
        return id;
    }

    /** The session of a sub-function of service 0x10, or null. */
    public static @Nullable Session of(int id) {
        return id >= 1 && id <= values().length ? values()[id - 1] : null;
    }
}
