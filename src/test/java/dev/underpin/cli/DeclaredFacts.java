package dev.underpin.cli;

import dev.underpin.uds.Session;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.DidAccess;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.ecu.table.FlashSpec;
import dev.underpin.vehicle.ecu.table.ServiceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scanner has to find on a bus, read from the table of control units, in the words of {@code scapy_scan.py}. */
final class DeclaredFacts {
    private static final EcuTable TABLE = EcuTable.load(Path.of("rigs/ecus.yaml"));
    private static final String IDENTIFICATION = "F180-F1FF";

    private DeclaredFacts() {}

    /** The facts of a bus and of units on it, each named with the ranges of identifiers that are scanned. */
    static List<String> of(String bus, String... units) {
        List<String> facts = new ArrayList<>();
        facts.add("ids "
                + TABLE.ecus().values().stream()
                        .flatMap(ecu -> ecu.can().stream())
                        .filter(address -> address.bus().equals(bus))
                        .map(CanAddress::response)
                        .sorted()
                        .map("%03X"::formatted)
                        .collect(Collectors.joining(" ")));
        Stream.of(units).forEach(unit -> facts.addAll(unit(unit)));
        return facts;
    }

    /** A unit with its ranges as the script's argument. */
    static String argument(String unit) {
        CanAddress address = spec(unit).can().orElseThrow();
        return "%X:%X:%s".formatted(address.request(), address.response(), String.join(",", ranges(unit)));
    }

    private static List<String> unit(String unit) {
        EcuSpec spec = spec(unit);
        String id = "%X".formatted(spec.can().orElseThrow().request());
        List<String> facts = new ArrayList<>();
        facts.add(id + " dids " + dids(spec, ranges(unit)));
        List<Session> sessions = spec.flash().isPresent()
                ? List.of(Session.DEFAULT, Session.PROGRAMMING, Session.EXTENDED)
                : List.of(Session.DEFAULT, Session.EXTENDED);
        facts.add(id + " sessions "
                + sessions.stream()
                        .map(session -> "%02X".formatted(session.id()))
                        .collect(Collectors.joining(" ")));
        facts.add(services(id, spec, Session.DEFAULT, service -> true));
        facts.add(services(id, spec, Session.EXTENDED, service -> true));
        if (spec.flash().isPresent()) {
            boolean jumps = spec.flash().orElseThrow().layout() == FlashSpec.Layout.SINGLE;
            facts.add(services(id, spec, Session.PROGRAMMING, service -> !jumps || service.bootLoader()));
        }
        return facts;
    }

    private static String services(String id, EcuSpec spec, Session session, Predicate<ServiceSpec> there) {
        return "%s services %02X %s"
                .formatted(
                        id,
                        session.id(),
                        spec.services().stream()
                                .filter(service -> service.sessions().contains(session))
                                .filter(there)
                                .map(ServiceSpec::sid)
                                .sorted()
                                .map("%02X"::formatted)
                                .collect(Collectors.joining(" ")));
    }

    private static String dids(EcuSpec spec, List<String> ranges) {
        return spec.dids().stream()
                .filter(did -> did.access().contains(DidAccess.READ))
                .map(did -> did.did())
                .filter(did -> ranges.stream().anyMatch(range -> within(did, range)))
                .sorted()
                .map("%04X"::formatted)
                .collect(Collectors.joining(" "));
    }

    private static boolean within(int did, String range) {
        String[] ends = range.split("-");
        return did >= Integer.parseInt(ends[0], 16) && did <= Integer.parseInt(ends[1], 16);
    }

    private static List<String> ranges(String unit) {
        return Stream.concat(Stream.of(IDENTIFICATION), Stream.of(unit.split(" ")[1].split(",")))
                .toList();
    }

    private static EcuSpec spec(String unit) {
        return TABLE.ecu(unit.split(" ")[0]);
    }
}
