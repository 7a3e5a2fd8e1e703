package dev.underpin.rig.port;

/** A workshop's tester, plugged into the vehicle beside everything that is there anyway. */
public interface Workshop {
    /**
     * Asks a control unit, at its own address, and lets vehicle time pass until its final answer.
     *
     * @param ecu its name
     * @param request the message in hexadecimal
     * @return the answer in upper-case hexadecimal; empty when none came within {@link #PATIENCE}
     */
    String ask(String ecu, String request);

    /** The right key (security access level 1) to a seed of that control unit, both in hexadecimal. */
    String key(String ecu, String seed);

    /** How long an answer may take, nanoseconds of vehicle time; a control unit that asks for more time gets it again. */
    long PATIENCE = dev.underpin.time.Nanos.SECOND;
}
