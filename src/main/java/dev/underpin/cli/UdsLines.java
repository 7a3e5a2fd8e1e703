package dev.underpin.cli;

import dev.underpin.doip.Transport;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.tester.Address;
import dev.underpin.tester.BusLine;
import dev.underpin.tester.EthernetLine;
import dev.underpin.tester.Identifier;
import dev.underpin.tester.Line;
import dev.underpin.tester.Subject;
import dev.underpin.tester.TcpLine;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the options of {@code underpin uds} to an open line and to the control unit that is meant. */
final class UdsLines {
    /** The bench that {@code serve} opens too: with the same seed the same vehicle, with the same secrets. */
    private static final String BENCH = "serve";

    private static final String ETHERNET = "ethernet";
    private static final String GATEWAY = "GW";
    private static final Pattern PLACE = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final int MAX_PORT = 0xFFFF;
    private static final int LAST_BASE_ID = 0x7FF;
    private static final int LAST_ID = 0x1FFFFFFF;
    private static final int CLASSIC = 8;
    private static final int LONGEST = 64;

    /** Long enough for every control unit to boot, and for the telematics unit to have read them all. */
    private static final long WAKING = 15 * Nanos.SECOND;

    private final UdsOptions options;
    private final Home home;
    private final Path file;
    private final RigFile rig;
    private final EcuTable table;

    /** @throws UserMistake when rig file or options do not hold */
    UdsLines(UdsOptions options, Home home, Path file) {
        this.options = options;
        this.home = home;
        this.file = file;
        rig = RigFile.read(file);
        table = EcuTable.load(file.resolveSibling(rig.vehicle().ecuTable()));
        require(options.bus == null || options.doip == null, "--bus and --doip: expected one of them, found both");
        require((options.tx == null) == (options.rx == null), "--tx and --rx: expected both or none, found one");
        require(
                options.tx == null || (options.ecu == null && options.address == null),
                "--tx: expected no --ecu and no --address beside it");
    }

    EcuTable table() {
        return table;
    }

    /** The control unit that the options name. */
    Subject subject() {
        if (options.ecu == null && options.tx == null && options.address == null) {
            throw UserMistake.saying("expected the control unit: --ecu NAME, --tx ID --rx ID, or --address ADDRESS");
        }
        return options.tx == null ? subject(named()) : subject(Optional.empty());
    }

    /** A control unit by its logical address, for a line of Ethernet or DoIP. */
    Subject logical(EcuSpec ecu) {
        return new Subject(new Address.Logical(ecu.doip(), host(ecu.doip())), Optional.of(ecu), table, this::secret);
    }

    /** A control unit of the table on the line that the options name; empty for one that is given by its identifiers. */
    Subject subject(Optional<EcuSpec> ecu) {
        return new Subject(address(ecu), ecu, table, this::secret);
    }

    private Optional<EcuSpec> named() {
        String name = options.ecu;
        if (name == null) {
            return table.at(logical());
        }
        Optional<EcuSpec> found = table.ecus().values().stream()
                .filter(ecu -> ecu.name().equalsIgnoreCase(name))
                .findFirst();
        require(
                found.isPresent(),
                "--ecu: expected one of %s, found \"%s\""
                        .formatted(String.join(", ", table.ecus().keySet()), name));
        require(
                options.address == null || found.get().doip() == logical(),
                "--ecu and --address: expected one of them, or the address of that control unit");
        return found;
    }

    private Address address(Optional<EcuSpec> ecu) {
        if (options.doip != null || isEthernet(ecu)) {
            require(options.tx == null, "--tx and --rx: identifiers mean nothing by DoIP; use --ecu or --address");
            int logical = options.address == null ? ecu.orElseThrow().doip() : logical();
            return new Address.Logical(logical, options.doip == null ? host(logical) : TcpLine.ENTITY);
        }
        require(options.address == null, "--address: a logical address means nothing on a bus; use --bus ethernet");
        String tx = options.tx;
        String rx = options.rx;
        return tx == null || rx == null ? onBus(ecu.orElseThrow()) : given(tx, rx);
    }

    private Address onBus(EcuSpec ecu) {
        String bus = bus(Optional.of(ecu));
        CanAddress at = ecu.can()
                .filter(address -> address.bus().equals(bus))
                .orElseThrow(() -> UserMistake.saying(
                        "--bus: expected %s for %s, found %s".formatted(own(ecu).orElse(ETHERNET), ecu.name(), bus)));
        return new Address.OnBus(at.request(), at.response(), false, at.txDl());
    }

    private Address given(String tx, String rx) {
        int request = identifier("--tx", tx);
        int response = identifier("--rx", rx);
        boolean extended = request > LAST_BASE_ID || response > LAST_BASE_ID;
        return new Address.OnBus(request, response, extended, options.fd ? LONGEST : CLASSIC);
    }

    private static int identifier(String option, String text) {
        String digits = text.replaceFirst("^0[xX]", "");
        require(
                digits.matches("[0-9A-Fa-f]{1,8}") && Long.parseLong(digits, 16) <= LAST_ID,
                "%s: expected an identifier in hexadecimal up to 1FFFFFFF, found \"%s\"".formatted(option, text));
        return Integer.parseInt(digits, 16);
    }

    private int logical() {
        return Identifier.number(
                "--address", Objects.requireNonNullElse(options.address, ""), "a logical address such as 0x1011");
    }

    /** The host on the vehicle's Ethernet that knows the way to a logical address. */
    String host(int logical) {
        return options.doip != null
                ? TcpLine.ENTITY
                : table.at(logical).filter(EcuSpec::ethernet).map(EcuSpec::name).orElse(GATEWAY);
    }

    private boolean isEthernet(Optional<EcuSpec> ecu) {
        return options.doip != null || bus(ecu).equals(ETHERNET);
    }

    /** The medium of the virtual rig that is meant. */
    private String bus(Optional<EcuSpec> ecu) {
        String bus = options.bus;
        if (bus == null) {
            require(options.tx == null, "--tx: expected --bus beside it, found none");
            return ecu.flatMap(UdsLines::own).orElse(ETHERNET);
        }
        require(
                bus.equals(ETHERNET) || rig.buses().containsKey(bus),
                "--bus: expected one of %s, %s, found %s"
                        .formatted(String.join(", ", rig.buses().keySet()), ETHERNET, bus));
        return bus;
    }

    private static Optional<String> own(EcuSpec ecu) {
        return ecu.can().map(CanAddress::bus).filter(bus -> !bus.isEmpty());
    }

    /** Opens the line, the vehicle awake; {@code ecu} decides it when the options do not. */
    Line open(Optional<EcuSpec> ecu) {
        if (options.doip != null) {
            return new TcpLine(place(options.doip), options.sourceAddress());
        }
        String bus = bus(ecu);
        int source = options.sourceAddress();
        OpenBench open = virtual().open(BENCH);
        open.bench().driver().ignition(true);
        open.bench().await().pass(WAKING);
        if (bus.equals(ETHERNET)) {
            return new EthernetLine(
                    open.scheduler(), open.ethernet(), rig.ethernet().bitRate(), source, open.bench()::close);
        }
        return new BusLine(
                open.scheduler(),
                Objects.requireNonNull(open.buses().get(bus)),
                Objects.requireNonNull(rig.timings().get(bus)),
                open.bench()::close);
    }

    private static InetSocketAddress place(String text) {
        Matcher parts = PLACE.matcher(text);
        int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : Transport.TCP.port();
        require(
                parts.matches() && port > 0 && port <= MAX_PORT,
                "--doip: expected HOST or HOST:PORT, found \"%s\"".formatted(text));
        return InetSocketAddress.createUnresolved(parts.group(1).replaceAll("[\\[\\]]", ""), port);
    }

    private Optional<byte[]> secret(String ecu) {
        Optional<byte[]> given = options.givenSecret();
        return given.isPresent() || !table.ecus().containsKey(ecu)
                ? given
                : Optional.of(virtual().secret(BENCH, ecu));
    }

    private VirtualRig virtual() {
        return new VirtualRig(rig, file, options.seed, home.file("target/images"));
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw UserMistake.saying(otherwise);
        }
    }
}
