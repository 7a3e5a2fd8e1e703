package dev.underpin.vehicle.ecu.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.underpin.mistake.UserMistake;
import dev.underpin.uds.DtcCode;
import dev.underpin.uds.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table as the file writes it: what is left out has a default. */
record TableFile(
        @JsonProperty("services") List<Service> services,
        @JsonProperty("programmingServices") List<Service> programmingServices,
        @JsonProperty("identification") List<Did> identification,
        @JsonProperty("programming") List<Did> programming,
        @JsonProperty("snapshot") List<Did> snapshot,
        @JsonProperty("commonDtcs") List<Dtc> commonDtcs,
        @JsonProperty("ecus") LinkedHashMap<String, Unit> ecus) {

    EcuTable toTable(Path file) {
        Map<String, EcuSpec> specs = new LinkedHashMap<>();
        ecus.forEach((name, unit) -> specs.put(name, unit.toSpec(name, this)));
        specs.values().forEach(spec -> refuseTwins(file, spec));
        return new EcuTable(
                java.util.Collections.unmodifiableMap(specs),
                snapshot.stream().map(Did::toSpec).toList());
    }

    private static void refuseTwins(Path file, EcuSpec spec) {
        Set<Object> seen = new HashSet<>();
        spec.dids().forEach(did -> refuseTwin(file, spec, seen, did.did(), did));
        spec.dids().forEach(did -> refuseTwin(file, spec, seen, did.name(), did));
        spec.routines().forEach(routine -> refuseTwin(file, spec, seen, "routine " + routine.rid(), routine.name()));
        spec.dtcs().forEach(dtc -> refuseTwin(file, spec, seen, "code " + dtc.code(), DtcCode.text(dtc.code())));
    }

    private static void refuseTwin(Path file, EcuSpec spec, Set<Object> seen, Object key, Object entry) {
        if (!seen.add(key)) {
            throw UserMistake.in(
                    file.toString(), "ecus." + spec.name(), "each identifier, routine and code once", entry + " twice");
        }
    }

    record Did(
            String did,
            String name,
            DidType type,
            @Nullable Integer count,
            @Nullable Double scale,
            @Nullable Double offset,
            @Nullable String unit,
            @Nullable List<DidAccess> access,
            @Nullable LinkedHashMap<Integer, String> labels,
            @Nullable Double minimum,
            @Nullable Double maximum,
            @Nullable Boolean distance) {
        DidSpec toSpec() {
            return new DidSpec(
                    Integer.decode(did),
                    name,
                    type,
                    or(count, 1),
                    or(scale, 1.0),
                    or(offset, 0.0),
                    or(unit, ""),
                    access == null ? EnumSet.of(DidAccess.READ) : EnumSet.copyOf(access),
                    or(labels, new LinkedHashMap<>()),
                    or(minimum, Double.NEGATIVE_INFINITY),
                    or(maximum, Double.POSITIVE_INFINITY),
                    or(distance, false));
        }
    }

    record Dtc(
            String code,
            String text,
            Severity severity,
            @Nullable String lamp,
            @Nullable String colour,
            @Nullable Integer up,
            @Nullable Integer down,
            @Nullable Integer confirmAfter,
            @Nullable Integer agingCycles,
            @Nullable Integer priority,
            @Nullable Boolean latched,
            @Nullable Integer readiness) {
        DtcSpec toSpec() {
            return new DtcSpec(
                    DtcCode.parse(code),
                    text,
                    severity,
                    or(lamp, ""),
                    or(colour, ""),
                    or(up, 32),
                    or(down, 16),
                    or(confirmAfter, 1),
                    or(agingCycles, 40),
                    or(priority, 5),
                    or(latched, false),
                    or(readiness, 0));
        }
    }

    record Routine(
            String rid,
            String name,
            String title,
            @Nullable Integer options,
            @Nullable Boolean unlocked,
            @Nullable Boolean stoppable,
            @Nullable Boolean results) {
        RoutineSpec toSpec() {
            return new RoutineSpec(
                    Integer.decode(rid),
                    name,
                    title,
                    or(options, 0),
                    or(unlocked, false),
                    or(stoppable, false),
                    or(results, false));
        }
    }

    record Service(
            String sid,
            @Nullable List<String> sessions,
            @Nullable Boolean unlocked,
            @Nullable String role,
            @Nullable Boolean secured,
            @Nullable Boolean bootLoader,
            @Nullable LinkedHashMap<String, List<String>> narrower) {
        ServiceSpec toSpec() {
            Map<Integer, List<Session>> narrow = new LinkedHashMap<>();
            or(narrower, new LinkedHashMap<String, List<String>>())
                    .forEach((subFunction, where) -> narrow.put(Integer.decode(subFunction), named(where)));
            return new ServiceSpec(
                    Integer.decode(sid),
                    named(or(sessions, List.of("extended"))),
                    or(unlocked, false),
                    or(role, ""),
                    or(secured, false),
                    or(bootLoader, false),
                    narrow);
        }

        private static List<Session> named(List<String> names) {
            return names.stream()
                    .map(name -> Session.valueOf(name.toUpperCase(Locale.ROOT)))
                    .toList();
        }
    }

    record Memory(
            String name,
            String address,
            int size,
            @Nullable Boolean writable,
            @Nullable Boolean unlocked) {
        MemorySpec toSpec() {
            return new MemorySpec(name, Long.decode(address), size, or(writable, false), or(unlocked, false));
        }
    }

    record Further(
            List<Service> services,
            @Nullable List<Memory> memory,
            @Nullable List<String> roles,
            @Nullable Integer fileKibibytes,
            @Nullable List<Long> bitRates) {
        FurtherSpec toSpec() {
            return new FurtherSpec(
                    or(memory, List.<Memory>of()).stream().map(Memory::toSpec).toList(),
                    or(roles, List.of()),
                    or(fileKibibytes, 0) * 1024,
                    or(bitRates, List.of()));
        }
    }

    record Can(
            @Nullable String bus,
            String request,
            String response,
            @Nullable Integer txDl,
            @Nullable String periodic) {
        CanAddress toAddress() {
            return new CanAddress(
                    or(bus, ""),
                    Integer.decode(request),
                    Integer.decode(response),
                    or(txDl, 8),
                    periodic == null ? OptionalInt.empty() : OptionalInt.of(Integer.decode(periodic)));
        }
    }

    record Unit(
            String title,
            @Nullable List<String> buses,
            @Nullable Can can,
            String doip,
            @Nullable Boolean ethernet,
            int bootMillis,
            @Nullable Boolean safety,
            String hardware,
            String part,
            String version,
            @Nullable FlashSpec flash,
            @Nullable List<Did> dids,
            @Nullable List<Routine> routines,
            @Nullable List<Dtc> dtcs,
            @Nullable Further further) {
        /** What the control unit says of a service goes before what all have in common. */
        private List<ServiceSpec> services(TableFile table) {
            Map<Integer, ServiceSpec> all = new TreeMap<>();
            Stream.of(
                            table.services,
                            flash == null ? List.<Service>of() : table.programmingServices,
                            further == null ? List.<Service>of() : further.services)
                    .flatMap(List::stream)
                    .map(Service::toSpec)
                    .forEach(service -> all.put(service.sid(), service));
            return List.copyOf(all.values());
        }

        EcuSpec toSpec(String name, TableFile table) {
            List<Did> allDids = new ArrayList<>(table.identification);
            allDids.addAll(flash == null ? List.of() : table.programming);
            allDids.addAll(or(dids, List.of()));
            List<Dtc> allDtcs = new ArrayList<>(table.commonDtcs);
            allDtcs.addAll(or(dtcs, List.of()));
            return new EcuSpec(
                    name,
                    title,
                    or(buses, List.of()),
                    Optional.ofNullable(can).map(Can::toAddress),
                    Integer.decode(doip),
                    or(ethernet, false),
                    bootMillis,
                    or(safety, false),
                    hardware,
                    part,
                    version,
                    Optional.ofNullable(flash),
                    services(table),
                    allDids.stream().map(Did::toSpec).toList(),
                    or(routines, List.<Routine>of()).stream()
                            .map(Routine::toSpec)
                            .toList(),
                    allDtcs.stream().map(Dtc::toSpec).toList(),
                    further == null ? FurtherSpec.NONE : further.toSpec());
        }
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
