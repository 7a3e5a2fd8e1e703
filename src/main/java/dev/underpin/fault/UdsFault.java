package dev.underpin.fault;

/** Faults of diagnostic conversations (ISO 14229-1:2020): answers that are false, late, somebody else's, or missing. */
public sealed interface UdsFault extends Fault {
    /** Requests to a control unit that begin so are answered so in its name; {@code SS} stands for the service of the request. */
    record FalseAnswer(String ecu, String request, String answer) implements UdsFault {}

    /** Requests that begin so are answered with 0x78 every so many milliseconds; 0: once, then silence. */
    record EndlessPending(String ecu, String request, int millis) implements UdsFault {}

    /** A second node answers such requests before the control unit does. */
    record SecondResponder(String ecu, String request, String answer) implements UdsFault {}

    /** Such requests are answered under an identifier of nobody. */
    record ForeignIdentifier(String ecu, String request, String identifier, String answer) implements UdsFault {}

    /** Everything that a control unit answers comes so many milliseconds late. */
    record LateAnswers(String ecu, int millis) implements UdsFault {}

    /** A control unit tells of so many trouble codes. */
    record CodeFlood(String ecu, int codes) implements UdsFault {}

    /** The gateway no longer carries requests on to a control unit. */
    record RouteBlocked(String ecu) implements UdsFault {}

    /** The next positive answer of a service does not arrive; the service as it stands in the answer, such as {@code 76}. */
    record AnswerLost(String ecu, String service) implements UdsFault {}

    /** Another tester on the bus asks a control unit something, once, in a classical frame. */
    record Intruder(String ecu, String request) implements UdsFault {}

    /** Another tester on the bus tries to unlock a control unit with keys of chance, so many times. */
    record KeysGuessed(String ecu, int tries) implements UdsFault {}
}
