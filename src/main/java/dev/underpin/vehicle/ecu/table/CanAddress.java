package dev.underpin.vehicle.ecu.table;

import java.util.OptionalInt;

/**
 * The diagnostic address of a control unit on a bus (ISO 15765-2, normal addressing, 11 bits).
 *
 * @param bus the bus, or empty if the identifiers are reserved but the control unit is on none
 * @param request identifier of requests to it
 * @param response identifier of its responses
 * @param txDl data bytes of the longest frame it sends: 8 on classical CAN, up to 64 on CAN FD
 * @param periodic identifier of its periodic messages (0x2A), if they have one of their own
 */
public record CanAddress(String bus, int request, int response, int txDl, OptionalInt periodic) {
    private static final int CLASSIC_FRAME = 8;

    /** Bytes of the longest periodic message: a classical frame where there is an identifier for them, else any response. */
    public OptionalInt periodicLimit() {
        return periodic.isPresent() ? OptionalInt.of(CLASSIC_FRAME) : OptionalInt.empty();
    }

    /** The same address in classical frames. */
    CanAddress classical() {
        return new CanAddress(bus, request, response, CLASSIC_FRAME, periodic);
    }
}
