package dev.underpin.fault;

/** Faults of the radio link between the vehicle and its cloud. */
public sealed interface UplinkFault extends Fault {
    /** Wi-Fi and cellular are lost when a download has reached so many percent. */
    record LinkDrop(int percent) implements UplinkFault {}

    /** No network. */
    record LinkDown() implements UplinkFault {}

    /** The network comes and goes: so many milliseconds there, as many away. */
    record LinkFlapping(int millis) implements UplinkFault {}

    /** No more than so many bytes a second get through. */
    record LinkSlow(int bytesPerSecond) implements UplinkFault {}

    /** Each way takes so many milliseconds. */
    record LinkLatency(int millis) implements UplinkFault {}

    /** So many percent of the messages are lost. */
    record LinkLoss(int percent) implements UplinkFault {}

    /** Connections seem open and swallow everything. */
    record LinkHalfOpen() implements UplinkFault {}

    /** The cloud's name leads nowhere. */
    record NameUnknown() implements UplinkFault {}

    /** The cloud's name leads to somebody else, who means to be taken for the cloud (TLS, RFC 8446). */
    record Impostor(Pretence pretence) implements UplinkFault {}

    /** What an impostor shows for a proof that he is the cloud. */
    enum Pretence {
        /** A certificate that he signed himself. */
        SELF_SIGNED,
        /** A certificate of an authority that the vehicle does not know. */
        FOREIGN_AUTHORITY,
        /** A certificate of the right authority that has expired. */
        EXPIRED,
        /** A certificate of the right authority for another host. */
        OTHER_HOST,
        /** A protocol of last century: TLS 1.0. */
        OLD_PROTOCOL,
        /** Nothing: he hangs up in the handshake. */
        HANG_UP
    }
}
