package dev.underpin.can.bits;

import dev.underpin.can.FrameField;

/** What a controller is doing, and what the bit that it reads there belongs to. */
enum Phase {
    OFF(FrameField.IDLE),
    /** Waits for 11 recessive bits. */
    INTEGRATING(FrameField.IDLE),
    IDLE(FrameField.IDLE),
    /** The frame itself knows its field. */
    FRAME(FrameField.SOF),
    ACTIVE_FLAG(FrameField.ACTIVE_ERROR_FLAG),
    PASSIVE_FLAG(FrameField.PASSIVE_ERROR_FLAG),
    OVERLOAD_FLAG(FrameField.OVERLOAD_FLAG),
    /** Its flag is over, those of others may not be. */
    TAIL(FrameField.ERROR_DELIMITER),
    DELIMITER(FrameField.ERROR_DELIMITER),
    INTERMISSION(FrameField.INTERMISSION),
    SUSPEND(FrameField.INTERMISSION),
    BUS_OFF(FrameField.IDLE);

    private final FrameField field;

    Phase(FrameField field) {
        this.field = field;
    }

    FrameField field() {
        return field;
    }
}
