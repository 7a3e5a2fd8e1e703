package dev.underpin.rig;

import dev.underpin.mistake.UserMistake;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to hold of a man in the middle beside the schema of rig files. */
public final class MiddleRules {
    private MiddleRules() {}

    /** @throws UserMistake naming the field, what was expected and what was found */
    static void require(Path file, RigFile rig) {
        rig.buses().forEach((name, bus) -> {
            MiddlePlace middle = bus.middle();
            if (middle != null) {
                String field = "field buses.%s.middle".formatted(name);
                requireReal(file, field, bus);
                requireWay(file, field, bus, middle);
                requireOther(file, rig, field, bus, middle);
                requireUnits(file, rig, field, middle);
            }
        });
    }

    /**
     * Requires that his units are on his bus, and behind a man on each other real bus that they are on: what a gateway sends past him is out of
     * a fault's reach.
     *
     * @param busesOf the buses that a control unit is on
     * @throws UserMistake naming the field, what was expected and what was found
     */
    public static void requirePlaces(Path file, RigFile rig, Function<String, ? extends Collection<String>> busesOf) {
        rig.buses().forEach((name, bus) -> {
            MiddlePlace middle = bus.middle();
            for (String unit : middle == null ? List.<String>of() : middle.units()) {
                if (!busesOf.apply(unit).contains(name)) {
                    throw UserMistake.in(
                            file.toString(),
                            "field buses.%s.middle.units".formatted(name),
                            "control units that are on that bus",
                            "'%s', which is on %s".formatted(unit, String.join(", ", busesOf.apply(unit))));
                }
                busesOf.apply(unit).forEach(other -> requireBehind(file, rig, unit, name, other));
            }
        });
    }

    private static void requireBehind(Path file, RigFile rig, String unit, String bus, String other) {
        RigFile.Bus described = rig.buses().get(other);
        if (described != null && described.real()) {
            MiddlePlace middle = described.middle();
            if (middle == null || !middle.units().contains(unit)) {
                throw UserMistake.in(
                        file.toString(),
                        "field buses.%s.middle".formatted(other) + (middle == null ? "" : ".units"),
                        "%s behind a man in the middle here too, as it is on bus %s".formatted(unit, bus),
                        middle == null ? "none" : String.join(", ", middle.units()));
            }
        }
    }

    private static void requireReal(Path file, String field, RigFile.Bus bus) {
        if (!bus.real()) {
            throw UserMistake.in(
                    file.toString(),
                    field,
                    "none on a bus that is simulated, where faults of frames need no second interface",
                    "one on a bus of medium '" + bus.medium() + "'");
        }
    }

    private static void requireWay(Path file, String field, RigFile.Bus bus, MiddlePlace middle) {
        boolean slcan = bus.slcan();
        if ((slcan ? middle.port() : middle.interfaceName()) == null
                || (slcan ? middle.interfaceName() : middle.port()) != null) {
            throw UserMistake.in(
                    file.toString(),
                    field,
                    slcan
                            ? "port, the serial port of the adapter towards its units, and no interface"
                            : "interface, the CAN interface towards its units, such as can1, and no port",
                    found(middle));
        }
    }

    private static String found(MiddlePlace middle) {
        String found = Stream.of(named("interface", middle.interfaceName()), named("port", middle.port()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return found.isEmpty() ? "neither" : found;
    }

    private static Optional<String> named(String field, @Nullable String value) {
        return Optional.ofNullable(value).map(it -> "%s '%s'".formatted(field, it));
    }

    private static void requireOther(Path file, RigFile rig, String field, RigFile.Bus bus, MiddlePlace middle) {
        String way = bus.slcan() ? middle.port() : middle.interfaceName();
        boolean taken = rig.buses().values().stream()
                .anyMatch(it -> Objects.equals(way, it.interfaceName())
                        || Objects.equals(way, it.testerInterface())
                        || (!RigFile.Bus.EMULATED.equals(way)
                                && (Objects.equals(way, it.port()) || Objects.equals(way, it.testerPort())))
                        || (!it.equals(bus) && leadsTo(way, it.middle())));
        if (taken) {
            throw UserMistake.in(
                    file.toString(),
                    field + (bus.slcan() ? ".port" : ".interface"),
                    "another than those of the buses and of other men: the wire to its units is cut off from them",
                    "'" + way + "'");
        }
    }

    private static boolean leadsTo(@Nullable String way, @Nullable MiddlePlace other) {
        return other != null
                && !RigFile.Bus.EMULATED.equals(way)
                && (Objects.equals(way, other.interfaceName()) || Objects.equals(way, other.port()));
    }

    private static void requireUnits(Path file, RigFile rig, String field, MiddlePlace middle) {
        Set<String> seen = new HashSet<>();
        for (String unit : middle.units()) {
            if (!rig.realEcus().contains(unit) || !seen.add(unit)) {
                throw UserMistake.in(
                        file.toString(),
                        field + ".units",
                        "control units that are real, each once",
                        "'%s'%s"
                                .formatted(
                                        unit, seen.contains(unit) ? " twice" : ", which is " + described(rig, unit)));
            }
        }
    }

    private static String described(RigFile rig, String unit) {
        return Objects.requireNonNullElse(rig.ecus().get(unit), "none of the rig's");
    }
}
