package dev.underpin.fault;

/** Faults of the transport of diagnostic messages over CAN (ISO 15765-2:2016, 9.6 to 9.8). */
public sealed interface TransportFault extends Fault {
    /** The transport of requests to a control unit, or of its responses, suffers. */
    record Transport(String ecu, Way way, Harm harm, Often often) implements TransportFault {}

    /** What happens to the transport. */
    enum Harm {
        /** A consecutive frame is lost. */
        LOST_FRAME,
        /** A consecutive frame comes later than N_Cr allows. */
        LATE_FRAME,
        /** A consecutive frame comes twice. */
        DOUBLED_FRAME,
        /** Two consecutive frames change places. */
        REORDERED_FRAMES,
        /** A consecutive frame has a wrong sequence number. */
        WRONG_NUMBER,
        /** The flow control does not arrive. */
        NO_FLOW_CONTROL,
        /** The flow control says overflow. */
        OVERFLOW,
        /** The flow control asks to wait, again and again. */
        WAIT,
        /** The flow control asks for blocks of one frame. */
        BLOCK_SIZE_1,
        /** The flow control asks for 127 ms between frames. */
        STMIN_127;

        /** Whether it happens to flow controls, which go against the message. */
        public boolean flowControl() {
            return ordinal() >= NO_FLOW_CONTROL.ordinal();
        }
    }

    /** How often it happens. */
    enum Often {
        /** To the first such frame. */
        ONCE,
        /** To each such frame. */
        ALWAYS
    }
}
