package dev.underpin.tester;

/** Where a control unit is spoken to. */
public sealed interface Address {
    /**
     * By ISO-TP with normal addressing (ISO 15765-2:2016, 10.3).
     *
     * @param request identifier of requests
     * @param response identifier of responses
     * @param extended whether the identifiers have 29 bits
     * @param txDl data bytes of the longest frame: 8 on classical CAN, up to 64 with CAN FD
     */
    record OnBus(int request, int response, boolean extended, int txDl) implements Address {
        @Override
        public String toString() {
            String format = extended ? "%08X > %08X" : "%03X > %03X";
            return format.formatted(request, response) + (txDl > 8 ? ", CAN FD " + txDl : "");
        }
    }

    /**
     * By DoIP (ISO 13400-2:2019).
     *
     * @param logical its logical address
     * @param host the host of the entity that is the control unit, or knows the way to it
     */
    record Logical(int logical, String host) implements Address {
        @Override
        public String toString() {
            return "logical address %04X".formatted(logical);
        }
    }
}
