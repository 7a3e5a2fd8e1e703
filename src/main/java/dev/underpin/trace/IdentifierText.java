package dev.underpin.trace;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.UdsNames;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.ecu.table.RoutineSpec;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Data identifiers, routines and trouble codes by the names that the table of control units gives them. */
final class IdentifierText {
    private static final int CODES_SHOWN = 6;
    private static final int CODE_AND_STATUS = 4;

    private final EcuTable table;

    IdentifierText(EcuTable table) {
        this.table = table;
    }

    /** Identifiers without values, to the end. */
    String dids(Party party, Pdu pdu) {
        StringBuilder text = new StringBuilder();
        while (pdu.has(2)) {
            int did = pdu.number(2);
            text.append(" %04X".formatted(did));
            did(party, did).ifPresent(spec -> text.append(' ').append(spec.name()));
        }
        return text.toString();
    }

    /** Identifiers with their values, as far as the table knows them. */
    String values(Party party, Pdu pdu) {
        StringBuilder text = new StringBuilder();
        while (pdu.has(2)) {
            int did = pdu.number(2);
            text.append(" %04X".formatted(did));
            Optional<DidSpec> known = did(party, did);
            known.ifPresent(spec -> text.append(' ').append(spec.name()));
            if (known.isEmpty() || !pdu.has(known.get().length())) {
                break;
            }
            DidSpec spec = known.get();
            text.append('=').append(value(spec, pdu.take(spec.length())));
        }
        return text.toString();
    }

    static String value(DidSpec spec, byte[] bytes) {
        return value(spec.decode(bytes), spec.unit());
    }

    static String value(Object decoded, String unit) {
        String shown = decoded instanceof Double number ? Numbers.text(number) : decoded.toString();
        return unit.isEmpty() ? shown : shown + " " + unit;
    }

    private Optional<DidSpec> did(Party party, int number) {
        return known(party, ecu -> ecu.did(number));
    }

    String routine(Party party, Pdu pdu) {
        if (!pdu.has(2)) {
            return "";
        }
        int rid = pdu.number(2);
        return " %04X".formatted(rid)
                + known(
                                party,
                                ecu -> ecu.routines().stream()
                                        .filter(routine -> routine.rid() == rid)
                                        .findFirst())
                        .map(RoutineSpec::name)
                        .or(() -> UdsNames.routine(rid))
                        .map(name -> " " + name)
                        .orElse("");
    }

    private <T> Optional<T> known(Party party, Function<EcuSpec, Optional<T>> look) {
        EcuSpec ecu = party.ecu();
        Stream<EcuSpec> asked = ecu == null ? table.ecus().values().stream() : Stream.of(ecu);
        return asked.flatMap(one -> look.apply(one).stream()).findFirst();
    }

    String dtc(Pdu pdu) {
        return dtc(pdu.number(3));
    }

    String dtc(int code) {
        return " "
                + DtcCode.text(code)
                + table.dtc(code).map(spec -> " \"" + spec.text() + "\"").orElse("");
    }

    /** Trouble codes with status, to the end. */
    String dtcs(Pdu pdu) {
        int count = pdu.left() / CODE_AND_STATUS;
        StringBuilder text = new StringBuilder(", %d codes".formatted(count));
        for (int i = 0; i < count; i++) {
            int code = pdu.number(3);
            int status = pdu.octet();
            if (i < CODES_SHOWN) {
                text.append(i == 0 ? ":" : ",").append(dtc(code)).append(" %02X".formatted(status));
            }
        }
        return count > CODES_SHOWN ? text + " +" + (count - CODES_SHOWN) : text.toString();
    }
}
