package dev.underpin.uds.server;

import java.util.Set;

/** An output or a value that a tester may take over (service 0x2F, ISO 14229-1:2020 clause 13.2). Whatever changes the session gives it back. */
public interface Output {
    /** From where it may be controlled. */
    Access access();

    /** The state as it is, in as many bytes as an adjustment has to bring. */
    byte[] state();

    /** How many parameters it has; of several a control enable mask says which ones are meant. */
    default int parameters() {
        return 1;
    }

    /** The same, but controls only those parameters, numbered from 0 in their order in the state. */
    default Output only(Set<Integer> parameters) {
        return this;
    }

    /** Whether the output takes these bytes; else 0x31. */
    boolean accepts(byte[] state);

    /** Takes this state until further notice (short term adjustment). */
    void adjust(byte[] state);

    /** Keeps the state that it has. */
    void freeze();

    /** Takes its default state. */
    void resetToDefault();

    /** The ECU controls it again. */
    void release();
}
