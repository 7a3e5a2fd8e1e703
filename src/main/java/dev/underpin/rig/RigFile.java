package dev.underpin.rig;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.underpin.can.BusTiming;
import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rig, as its file describes it; {@code rig.schema.json} beside this class is the authority on fields and values.
 *
 * @param name the rig's name in reports
 * @param start civil time at which each scenario starts
 * @param time how vehicle time passes on a bench; null on the virtual rig, where it jumps
 * @param ecus control unit to {@code simulated} or {@code real}
 * @param lease where the lease of a bench lies; null for the usual place
 * @param health what is expected of the rig before a run; null for what its other files say
 * @param supply the programmable supply of a bench, if it has one
 * @param relays what hangs on relays: {@code kl15}, {@code wake}, or a control unit whose supply goes through one; none when null
 * @param operator who is the driver where the bench has no hand for the touch screen, if somebody is
 */
public record RigFile(
        @JsonProperty("rig") String name,
        @Nullable String description,
        String tier,
        @Nullable Pace time,
        Instant start,
        Vehicle vehicle,
        Map<String, Bus> buses,
        Ethernet ethernet,
        Map<String, String> ecus,
        Cloud cloud,
        @Nullable LeaseFolder lease,
        @Nullable ExpectedHealth health,
        @Nullable SupplyPlace supply,
        @Nullable Map<String, RelayPlace> relays,
        @Nullable OperatorPlace operator) {
    private static final String SOCKETCAN = "socketcan";
    private static final String SLCAN = "slcan";
    private static final String WALL = "wall";
    private static final String REAL = "real";

    /** The vehicle: its identity and the files that declare its control units and signals. */
    public record Vehicle(
            String vin, @JsonProperty("ecu-table") String ecuTable, String signals) {}

    /**
     * How vehicle time passes: {@code stepped} from alarm to alarm, standing still while a frame is on a real medium; {@code wall} by the
     * clock on the wall, {@code speed} times as fast.
     */
    public record Pace(String pace, @Nullable Double speed) {}

    /**
     * One CAN bus; bit rates in bit/s, {@code dataBitRate} null on a classical bus.
     *
     * @param interfaceName the CAN interface of a real bus, on which its control units are
     * @param testerInterface the CAN interface on which the gateway and testers are, where it is another one
     * @param port the serial port of the control units' adapter, or {@value #EMULATED}
     * @param testerPort that of the adapter on which the gateway and testers are, where it is another one
     * @param baud bits per second on the lines to the adapters
     * @param middle the man in the middle between real control units and the bus, if there is one
     */
    public record Bus(
            String medium,
            @JsonProperty("interface") @Nullable String interfaceName,
            @JsonProperty("tester-interface") @Nullable String testerInterface,
            @Nullable String port,
            @JsonProperty("tester-port") @Nullable String testerPort,
            @Nullable Integer baud,
            @JsonProperty("bit-rate") int bitRate,
            @JsonProperty("data-bit-rate") @Nullable Integer dataBitRate,
            @Nullable MiddlePlace middle) {
        /** The port of an adapter that is played in this process. */
        public static final String EMULATED = "emulated";

        private static final int USUAL_BAUD = 115_200;

        public BusTiming timing() {
            return new BusTiming(bitRate, dataBitRate == null ? 0 : dataBitRate);
        }

        /** Whether its frames travel on CAN interfaces of this machine or through adapters. */
        public boolean real() {
            return medium.equals(SOCKETCAN) || slcan();
        }

        /** Whether its frames travel through adapters on serial lines. */
        public boolean slcan() {
            return medium.equals(SLCAN);
        }

        /** The port of the control units' adapter, which a bus with adapters has. */
        public String requiredPort() {
            return Objects.requireNonNull(port);
        }

        /** Bits per second on the lines to the adapters. */
        public int baudOfPort() {
            return baud == null ? USUAL_BAUD : baud;
        }

        /** What lies behind the man in the middle, as a bus of its own. */
        public Bus behind(MiddlePlace man) {
            return new Bus(medium, man.interfaceName(), null, man.port(), null, baud, bitRate, dataBitRate, null);
        }

        /** Its CAN interfaces, the control units' first; none on a simulated bus. */
        public List<String> interfaces() {
            return Stream.of(
                            Optional.ofNullable(interfaceName),
                            Optional.ofNullable(testerInterface),
                            Optional.ofNullable(middle).map(MiddlePlace::interfaceName))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** The in-vehicle Ethernet; bit rate in bit/s. */
    public record Ethernet(
            String medium, @JsonProperty("bit-rate") long bitRate) {}

    /** The manufacturer's cloud: how it is reached and what it can release. */
    public record Cloud(String transport, String releases) {}

    /** Where the lease of a bench lies: a folder that every user of the bench can write to. */
    public record LeaseFolder(String folder) {}

    /** The bus of that name, which is in every rig file. */
    public Bus bus(String name) {
        return Objects.requireNonNull(buses.get(name), name);
    }

    /** The bit rates of each bus, by its name. */
    public Map<String, BusTiming> timings() {
        Map<String, BusTiming> timings = new LinkedHashMap<>();
        buses.forEach((bus, described) -> timings.put(bus, described.timing()));
        return timings;
    }

    /** The buses without CAN FD. */
    public Set<String> classicalBuses() {
        return buses.entrySet().stream()
                .filter(bus -> !bus.getValue().timing().fd())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether frames of any bus travel on CAN interfaces of this machine. */
    public boolean onRealMedia() {
        return buses.values().stream().anyMatch(Bus::real);
    }

    /** Whether vehicle time follows the clock on the wall. */
    public boolean byTheWall() {
        return time != null && time.pace().equals(WALL);
    }

    /** Vehicle seconds per second of the clock on the wall, where it is followed. */
    public double speed() {
        return time == null || time.speed() == null ? 1 : time.speed();
    }

    /** The control units that are real. */
    public Set<String> realEcus() {
        return ecus.entrySet().stream()
                .filter(ecu -> ecu.getValue().equals(REAL))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads and checks a rig file and that the files it names are there.
     *
     * @throws UserMistake naming file, line, field, what was expected and what was found
     */
    public static RigFile read(Path file) {
        RigFile rig = YamlFile.read(file, RigFile.class, "rig.schema.json", RigFile.class);
        requireFile(file, "vehicle.ecu-table", rig.vehicle().ecuTable());
        requireFile(file, "vehicle.signals", rig.vehicle().signals());
        requireFile(file, "cloud.releases", rig.cloud().releases());
        rig.buses().forEach((name, bus) -> requireInterfaces(file, name, bus));
        rig.buses().forEach((name, bus) -> requireOnePort(file, rig, name, bus));
        MiddleRules.require(file, rig);
        requirePace(file, rig);
        requireClock(file, rig);
        return rig;
    }

    /** Whether scenarios run on one and the same bench, one after the other: it is leased, and left safe after each of them. */
    public boolean isShared() {
        return tier.equals("bench");
    }

    private static void requireInterfaces(Path file, String name, Bus bus) {
        boolean named = bus.interfaceName() != null;
        requirePorts(file, name, bus);
        if ((bus.real() && !bus.slcan()) != named || (!named && bus.testerInterface() != null)) {
            throw UserMistake.in(
                    file.toString(),
                    "field buses.%s.interface".formatted(name),
                    bus.real() && !bus.slcan()
                            ? "the name of a CAN interface, such as vcan0"
                            : "none on a bus that is simulated",
                    named ? "'" + bus.interfaceName() + "'" : "none");
        }
    }

    private static void requirePorts(Path file, String name, Bus bus) {
        String found = Stream.of(bus.port(), bus.testerPort(), bus.baud())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (bus.slcan() ? bus.port() == null : !found.isEmpty()) {
            throw UserMistake.in(
                    file.toString(),
                    "field buses.%s.port".formatted(name),
                    bus.slcan()
                            ? "the adapter's serial port, such as /dev/ttyACM0, or emulated"
                            : "none but on a bus of medium slcan",
                    found.isEmpty() ? "none" : "'" + found + "'");
        }
    }

    /** What is played lives in any time, what is real by the clock on the wall. */
    private static void requireClock(Path file, RigFile rig) {
        Map<String, Connection> connections = new LinkedHashMap<>();
        if (rig.supply() != null) {
            connections.put("supply.connection", rig.supply().connection());
        }
        if (rig.relays() != null) {
            rig.relays()
                    .forEach((name, relay) ->
                            connections.put("relays.%s.connection".formatted(name), relay.connection()));
        }
        connections.forEach((field, connection) -> {
            if (!connection.emulated() && !rig.byTheWall()) {
                throw UserMistake.in(
                        file.toString(),
                        "field " + field,
                        "{serial: emulated}, or tier bench with time {pace: wall}, by which real instruments live",
                        "'" + (connection.tcp() == null ? connection.serial() : connection.tcp()) + "'");
            }
        });
        if (rig.operator() != null && !rig.byTheWall()) {
            throw UserMistake.in(
                    file.toString(),
                    "field operator",
                    "tier bench with time {pace: wall}, by which people live",
                    "another");
        }
    }

    /** By the wall clock a frame that both adapters hear could not be told from two. */
    private static void requireOnePort(Path file, RigFile rig, String name, Bus bus) {
        if (rig.byTheWall() && bus.testerPort() != null) {
            throw UserMistake.in(
                    file.toString(),
                    "field buses.%s.tester-port".formatted(name),
                    "none with {pace: wall}: testers use the adapter of port",
                    "'" + bus.testerPort() + "'");
        }
    }

    private static void requirePace(Path file, RigFile rig) {
        boolean bench = rig.tier().equals("bench");
        if (!bench
                && (rig.onRealMedia() || rig.time() != null || !rig.realEcus().isEmpty())) {
            throw UserMistake.in(
                    file.toString(),
                    "field tier",
                    "bench, as the rig has real media or a pace",
                    "'" + rig.tier() + "'");
        }
        if (bench && rig.time() == null) {
            throw UserMistake.in(file.toString(), "field time", "{pace: stepped} or {pace: wall}", "nothing");
        }
        if (!rig.byTheWall() && !rig.realEcus().isEmpty()) {
            throw UserMistake.in(
                    file.toString(),
                    "field time.pace",
                    "wall, as %s lives by the clock on the wall"
                            .formatted(String.join(", ", new TreeSet<>(rig.realEcus()))),
                    "'stepped'");
        }
    }

    private static void requireFile(Path rig, String field, String named) {
        if (!Files.isRegularFile(rig.resolveSibling(named))) {
            throw UserMistake.in(
                    rig.toString(),
                    "field " + field,
                    "the name of a file beside the rig file",
                    "'" + named + "', which is not there");
        }
    }
}
