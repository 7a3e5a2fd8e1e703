package dev.underpin.trace;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.Sid;
import dev.underpin.uds.UdsNames;
import dev.underpin.vehicle.ecu.table.EcuTable;

/** What a diagnostic message says (ISO 14229-1:2020): service, sub-function, identifiers by name, response code. */
final class UdsMeaning {
    private static final int SESSION_TIMES = 4;

    private final IdentifierText names;

    UdsMeaning(EcuTable table) {
        names = new IdentifierText(table);
    }

    /** Whether a message from a control unit refuses. */
    static boolean refuses(byte[] message) {
        return (message[0] & 0xff) == Sid.NEGATIVE;
    }

    /** The meaning of {@code message}, which is not empty. */
    String of(Party party, byte[] message) {
        Pdu pdu = new Pdu(message);
        int first = pdu.octet();
        String text = !party.response()
                ? UdsNames.service(first) + request(party, first, pdu)
                : first == Sid.NEGATIVE ? negative(pdu) : positive(party, first - Sid.POSITIVE_OFFSET, pdu);
        String rest = pdu.rest();
        return rest.isEmpty() ? text : text + " " + rest;
    }

    private static String negative(Pdu pdu) {
        String service = UdsNames.service(pdu.octet());
        int nrc = pdu.octet();
        return "%s: NRC %02X %s".formatted(service, nrc, UdsNames.refusal(nrc));
    }

    private String request(Party party, int sid, Pdu pdu) {
        return switch (sid) {
            case Sid.READ_DATA -> names.dids(party, pdu);
            case Sid.WRITE_DATA -> names.values(party, pdu);
            case Sid.CLEAR_DTC -> clear(pdu);
            case Sid.REQUEST_DOWNLOAD -> download(pdu);
            case Sid.TRANSFER_DATA -> block(pdu);
            default -> Sid.hasSubFunction(sid) && pdu.has(1) ? subFunction(party, sid, pdu) : "";
        };
    }

    private String subFunction(Party party, int sid, Pdu pdu) {
        int octet = pdu.octet();
        int sub = octet & ~Sid.SUPPRESS;
        String quiet = octet == sub ? "" : " (no positive response wanted)";
        return " " + UdsNames.subFunction(sid, sub) + details(party, sid, sub, pdu) + quiet;
    }

    private String details(Party party, int sid, int sub, Pdu pdu) {
        return switch (sid) {
            case Sid.ROUTINE_CONTROL -> names.routine(party, pdu);
            case Sid.READ_DTC ->
                switch (sub) {
                    case 0x01, 0x02 -> pdu.has(1) ? " mask %02X".formatted(pdu.octet()) : "";
                    case 0x04, 0x06 -> pdu.has(4) ? names.dtc(pdu) + " record %02X".formatted(pdu.octet()) : "";
                    default -> "";
                };
            case Sid.COMMUNICATION_CONTROL -> pdu.has(1) ? " type %02X".formatted(pdu.octet()) : "";
            default -> "";
        };
    }

    private String positive(Party party, int sid, Pdu pdu) {
        if (sid < 0) {
            return "no UDS response";
        }
        return UdsNames.service(sid)
                + switch (sid) {
                    case Sid.READ_DATA -> names.values(party, pdu);
                    case Sid.WRITE_DATA -> names.dids(party, pdu);
                    case Sid.TRANSFER_DATA -> block(pdu);
                    case Sid.REQUEST_DOWNLOAD -> maxBlock(pdu);
                    default -> Sid.hasSubFunction(sid) && pdu.has(1) ? answered(party, sid, pdu) : "";
                };
    }

    private String answered(Party party, int sid, Pdu pdu) {
        int sub = pdu.octet();
        String named = " " + UdsNames.subFunction(sid, sub);
        return named
                + switch (sid) {
                    case Sid.SESSION_CONTROL -> times(pdu);
                    case Sid.ROUTINE_CONTROL -> names.routine(party, pdu);
                    case Sid.READ_DTC -> codes(sub, pdu);
                    default -> "";
                };
    }

    private static String times(Pdu pdu) {
        return pdu.left() == SESSION_TIMES ? " P2 %d ms, P2* %d ms".formatted(pdu.number(2), 10 * pdu.number(2)) : "";
    }

    private String codes(int sub, Pdu pdu) {
        return switch (sub) {
            case 0x01 ->
                pdu.has(4)
                        ? " mask %02X, format %02X, %d codes".formatted(pdu.octet(), pdu.octet(), pdu.number(2))
                        : "";
            case 0x02, 0x0A -> pdu.has(1) ? " mask %02X%s".formatted(pdu.octet(), names.dtcs(pdu)) : "";
            case 0x04, 0x06 -> pdu.has(4) ? names.dtc(pdu) + " status %02X".formatted(pdu.octet()) : "";
            default -> "";
        };
    }

    private String clear(Pdu pdu) {
        if (!pdu.has(3)) {
            return "";
        }
        int group = pdu.number(3);
        return group == DtcCode.ALL ? " all groups" : names.dtc(group);
    }

    private static String download(Pdu pdu) {
        if (!pdu.has(2)) {
            return "";
        }
        int format = pdu.octet();
        int lengths = pdu.octet();
        String address = pdu.digits(lengths & 0xF);
        return " format %02X, address %s, size %s".formatted(format, address, pdu.digits(lengths >> 4));
    }

    private static String maxBlock(Pdu pdu) {
        return pdu.has(1) ? " blocks of up to %s bytes (hex)".formatted(pdu.digits(pdu.octet() >> 4)) : "";
    }

    private static String block(Pdu pdu) {
        if (!pdu.has(1)) {
            return "";
        }
        String text = " block %02X".formatted(pdu.octet());
        return pdu.left() == 0 ? text : text + ", %d bytes:".formatted(pdu.left());
    }
}
