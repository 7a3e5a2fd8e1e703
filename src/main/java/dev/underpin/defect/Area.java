package dev.underpin.defect;

import java.util.Locale;

/** What part of the system under test a defect is in. */
public enum Area {
    /** The update agent and what it installs. */
    UPDATE,
    /** The diagnostics agent and what it reads. */
    DIAGNOSTICS,
    /** A control unit: its diagnostic server, its boot loader, its signals. */
    ECU,
    /** What passes between control units: frames, ISO-TP, patience. */
    TRANSPORT,
    /** What people see and touch. */
    SCREEN,
    /** The update cloud and the support desk. */
    CLOUD;

    /** Its name for people, such as {@code update}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
