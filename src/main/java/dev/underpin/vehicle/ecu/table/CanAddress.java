package dev.underpin.vehicle.ecu.table;

/**
 * The diagnostic address of a control unit on a bus (ISO 15765-2, normal addressing, 11 bits).
 *
 * @param bus the bus, or empty if the identifiers are reserved but the control unit is on none
 * @param request identifier of requests to it
 * @param response identifier of its responses
 * @param txDl data bytes of the longest frame it sends: 8 on classical CAN, up to 64 on CAN FD
 */
public record CanAddress(String bus, int request, int response, int txDl) {}
