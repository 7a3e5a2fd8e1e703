package dev.underpin.fault;

/** Faults of the transport of diagnostic messages over CAN (ISO 15765-2:2016, 9.6 to 9.8). */
public sealed interface TransportFault extends Fault {
    /** The transport of requests to a control unit, or of its responses, suffers. */
    record Transport(String ecu, Way way, Harm harm, Often often) implements TransportFault {}

    /** What happens to the transport. */
    enum Harm {
        /** A consecutive frame is lost. */
        LOST_FRAME(false),
        /** A consecutive frame comes later than N_Cr allows. */
        LATE_FRAME(false),
        /** A consecutive frame comes twice. */
        DOUBLED_FRAME(false),
        /** Two consecutive frames change places. */
        REORDERED_FRAMES(false),
        /** A consecutive frame has a wrong sequence number. */
        WRONG_NUMBER(false),
        /** The flow control does not arrive. */
        NO_FLOW_CONTROL(true),
        /** The flow control says overflow. */
        OVERFLOW(true),
        /** The flow control asks to wait, again and again. */
        WAIT(true),
        /** The flow control asks for blocks of one frame. */
        BLOCK_SIZE_1(true),
        /** The flow control asks for 127 ms between frames. */
        STMIN_127(true);

        private final boolean flowControl;

        Harm(boolean flowControl) {
            this.flowControl = flowControl;
        }

        /** Whether it happens to flow controls, which go against the message. */
        public boolean flowControl() {
            return flowControl;
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
