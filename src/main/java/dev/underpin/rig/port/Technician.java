package dev.underpin.rig.port;

import java.util.List;
import java.util.Optional;

/** The technician at the support desk, working through the desk's console (HTTP). Every call is one exchange unless said otherwise. */
public interface Technician {
    /** The session that is open for the car now, if there is one. */
    Optional<String> session();

    /** State of the session: requested, consented, connecting, active, suspended, resolved, appointment, follow-up or aborted. */
    String state();

    /** Whether the diagnostic data has arrived. */
    boolean hasSnapshot();

    /** The root cause that the desk names: {@code ECU DTC}, such as {@code THM P0C4A-92}. */
    Optional<String> root();

    /** The desk's verdict on the root cause: R remote fix, G guidance, S service, T tow. */
    Optional<String> verdict();

    /** Control units that the desk lists as silent. */
    List<String> silent();

    /** Sends a guidance step for the driver; returns its command id. */
    String guide(String text, String expectedCheck);

    /** Starts a routine, with the control unit's lock taken before as for all that acts on one; returns its command id. */
    String routine(String ecu, String routine);

    /** Holds an output at {@code state} (hexadecimal) for some seconds; returns its command id. */
    String control(String ecu, String did, String state, int seconds);

    /** Resets a control unit; returns its command id. */
    String reset(String ecu);

    /** Clears a control unit's trouble codes; returns the command id. */
    String clear(String ecu);

    /** Tests again whether a trouble code is gone; returns the command id. */
    String retest(String ecu, String dtc);

    /** Reads data identifiers of a control unit; returns the command id. */
    String read(String ecu, List<String> dids);

    /** Sends so many commands as fast as the console can: reads of all identifiers from 0000 on, 16 a time, and ones that there are not. */
    void scan(String ecu, int commands);

    /** Gives the session to a colleague; returns the HTTP status of the answer. */
    int handOver(String colleague);

    /** Looks at the desk's log of who did what. */
    void readAudit();

    /** The result of a command once it is there: done, failed, refused or not-possible. */
    Optional<String> result(String command);

    /** Schedules a service appointment. */
    void appointment();

    /** Asks for a service appointment at that UTC instant, or at any when it is empty; returns the HTTP status of the answer. */
    int appointment(String slot);

    /** Closes the session as resolved, appointment or follow-up; returns the HTTP status of the answer. */
    int close(String outcome);

    /** Takes a call from that phone number and asks the vehicle for a session; returns the HTTP status of the answer. */
    int call(String phone);

    /** Looks at the team's inbox, where reports arrive. */
    void readInbox();
}
