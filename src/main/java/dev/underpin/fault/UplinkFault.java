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
}
