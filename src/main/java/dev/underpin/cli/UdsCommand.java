package dev.underpin.cli;

import dev.underpin.cloud.image.UpdateImage;
import dev.underpin.mistake.UserMistake;
import dev.underpin.tester.Conduct;
import dev.underpin.tester.DidScan;
import dev.underpin.tester.EcuScan;
import dev.underpin.tester.Exchange;
import dev.underpin.tester.Faults;
import dev.underpin.tester.Findings;
import dev.underpin.tester.Flashing;
import dev.underpin.tester.Identifier;
import dev.underpin.tester.Line;
import dev.underpin.tester.ObdReadout;
import dev.underpin.tester.Operation;
import dev.underpin.tester.ReadData;
import dev.underpin.tester.ServiceScan;
import dev.underpin.tester.Subject;
import dev.underpin.tester.Tester;
import dev.underpin.tester.Unlocked;
import dev.underpin.time.Nanos;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code underpin uds}. */
@Command(
        name = "uds",
        description = {
            "Speaks UDS (ISO 14229-1) to a control unit, as a tester on its bus.",
            "",
            "On the virtual rig the vehicle is built, its ignition is turned on, and the tester is one more node of the bus"
                    + " (or host of the Ethernet); vehicle time passes as fast as it can be computed. With --doip the"
                    + " vehicle is elsewhere, and time is real."
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that was asked got a positive answer",
            "1:something was refused, or not answered",
            "2:the user's mistake: option, rig file, image",
            "3:the rig failed: no DoIP entity there; or the harness itself"
        })
final class UdsCommand implements Runnable {
    private static final long PATIENCE = 120 * Nanos.SECOND;
    private static final long BEHIND_A_GATEWAY = 5 * Nanos.SECOND;
    private static final Pattern RANGE = Pattern.compile("([0-9A-Fa-f]{1,4})-([0-9A-Fa-f]{1,4})");
    private static final Map<String, Integer> RESETS = Map.of("hard", 1, "key", 2, "soft", 3);

    @Mixin
    private RigOption rig = new RigOption();

    @Mixin
    private UdsOptions options = new UdsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected a command: read, write, dtc, clear, session, unlock, routine, reset, flash, raw, scan or obd");
    }

    @Command(name = "read", description = "Reads data identifiers (0x22), by number or by name.")
    int read(@Parameters(paramLabel = "DID", arity = "1..*", description = "Such as F190 or SoC.") List<String> dids) {
        return conduct(new ReadData(dids));
    }

    @Command(name = "write", description = "Writes a data identifier (0x2E).")
    int write(
            @Parameters(paramLabel = "DID", description = "Such as F184.") String did,
            @Parameters(paramLabel = "HEX", description = "Its new bytes.") String hex) {
        byte[] data = Identifier.bytes("HEX", hex);
        return exchange(
                "write",
                subject -> ByteBuffer.allocate(3 + data.length)
                        .put((byte) 0x2E)
                        .putShort((short) Identifier.did(did, subject.ecu()))
                        .put(data)
                        .array());
    }

    @Command(name = "dtc", description = "Reads trouble codes (0x19 02) in words.")
    int dtc(
            @Option(
                            names = "--mask",
                            paramLabel = "HEX",
                            defaultValue = "8D",
                            description =
                                    "Codes with any of these status bits. Default: ${DEFAULT-VALUE}, that is failing,"
                                            + " pending, confirmed or with a lamp; FF for all.")
                    String mask,
            @Option(names = "--snapshots", description = "With their snapshot records (0x19 04).") boolean snapshots) {
        return conduct(new Faults(Identifier.octet("--mask", mask), snapshots));
    }

    @Command(name = "clear", description = "Clears trouble codes (0x14).")
    int clear(
            @Parameters(
                            paramLabel = "CODE",
                            arity = "0..1",
                            defaultValue = "all",
                            description = "One code such as P0AA6-1A. Default: ${DEFAULT-VALUE}.")
                    String code) {
        int group = Identifier.dtc(code);
        return exchange("clear", subject -> new byte[] {0x14, (byte) (group >> 16), (byte) (group >> 8), (byte) group});
    }

    @Command(name = "session", description = "Goes to a session (0x10) and tells the times that it names.")
    int session(@Parameters(paramLabel = "N", description = "1 default, 2 programming, 3 extended.") String number) {
        byte session = (byte) Identifier.octet("N", number);
        return exchange("session", subject -> new byte[] {0x10, session});
    }

    @Command(name = "unlock", description = "Unlocks security level 1 (0x27), to see whether it can be.")
    int unlock() {
        options.unlock = true;
        return conduct(new Unlocked());
    }

    @Command(name = "routine", description = "Starts or stops a routine or asks for its results (0x31).")
    int routine(
            @Parameters(paramLabel = "ACTION", description = "start, stop or result.") String action,
            @Parameters(paramLabel = "RID", description = "Such as 0203 or coolantPumpRun.") String rid,
            @Parameters(paramLabel = "HEX", arity = "0..1", description = "Its option record.") @Nullable String hex) {
        int sub = choice("ACTION", action, Map.of("start", 1, "stop", 2, "result", 3));
        byte[] option = hex == null ? new byte[0] : Identifier.bytes("HEX", hex);
        return exchange(
                "routine",
                subject -> ByteBuffer.allocate(4 + option.length)
                        .put((byte) 0x31)
                        .put((byte) sub)
                        .putShort((short) Identifier.rid(rid, subject.ecu()))
                        .put(option)
                        .array());
    }

    @Command(name = "reset", description = "Resets the control unit (0x11).")
    int reset(@Parameters(paramLabel = "KIND", description = "hard, key or soft.") String kind) {
        int sub = choice("KIND", kind, RESETS);
        return exchange("reset", subject -> new byte[] {0x11, (byte) sub});
    }

    @Command(
            name = "flash",
            description = {
                "Writes an image file (.upi) into the control unit and starts it: the whole programming sequence.",
                "A run of the virtual rig leaves such files in target/images/."
            })
    int flash(@Parameters(paramLabel = "FILE", description = "The image.") Path file) {
        return conduct(new Flashing(file.toString(), UpdateImage.read(file)));
    }

    @Command(name = "raw", description = "Sends bytes as they are, right or wrong, and tells the answer.")
    int raw(@Parameters(paramLabel = "HEX", arity = "1..*", description = "Such as 22F190.") List<String> hex) {
        byte[] request = Identifier.bytes("HEX", String.join("", hex));
        return exchange("raw", subject -> request);
    }

    @Command(
            name = "obd",
            description = {
                "The standard readout of an electric vehicle (OBD on UDS): state of charge and of health, odometer, VIN,",
                "pending and confirmed trouble codes. Without a control unit named: of all that offer it."
            })
    int obd() {
        if (options.ecu != null || options.tx != null || options.address != null) {
            return conduct(new ObdReadout());
        }
        if (options.bus != null && !options.bus.equals("ethernet")) {
            throw UserMistake.saying("obd: expected --ecu NAME beside --bus, or neither");
        }
        UdsLines lines = lines();
        Findings findings = findings();
        try (Line line = lines.open(Optional.empty())) {
            for (EcuSpec ecu : lines.table().ecus().values()) {
                if (ObdReadout.offered(ecu.dids())) {
                    Findings one = findings();
                    conduct(new ObdReadout(), line, lines.logical(ecu), one);
                    findings.list("readouts").add(one.document());
                    if (!one.succeeded()) {
                        findings.failed();
                    }
                }
            }
        }
        return end(findings);
    }

    @Command(
            name = "scan",
            description = {
                "Asks what there is, and says what each answer means and what it leaves open.",
                "services: each service identifier alone. dids: each data identifier, in the session at hand.",
                "ecus: each identifier of a bus (--bus) or each logical address (--doip, --bus ethernet)."
            })
    int scan(
            @Parameters(paramLabel = "WHAT", description = "services, dids or ecus.") String what,
            @Option(
                            names = "--range",
                            paramLabel = "FROM-TO",
                            description = "Hexadecimal. Default: dids 0000-FFFF, ecus 700-7FF or 1000-10FF.")
                    @Nullable
                    String range) {
        return switch (choice("WHAT", what, Map.of("services", 1, "dids", 2, "ecus", 3))) {
            case 1 -> conduct(new ServiceScan());
            case 2 -> {
                int[] dids = range(range, 0, 0xFFFF);
                yield conduct(new DidScan(dids[0], dids[1]));
            }
            default -> ecus(range);
        };
    }

    private int ecus(@Nullable String range) {
        if (options.bus == null && options.doip == null) {
            throw UserMistake.saying("scan ecus: expected --bus NAME or --doip HOST");
        }
        UdsLines lines = lines();
        Findings findings = findings();
        try (Line line = lines.open(Optional.empty())) {
            boolean bus = line.port().isPresent();
            int[] ids = range(range, bus ? 0x700 : 0x1000, bus ? 0x7FF : 0x10FF);
            int last = bus ? Math.min(ids[1], 0x7FF) : ids[1];
            new EcuScan(line, lines.table(), ids[0], last).run(findings, lines::host);
        }
        return end(findings);
    }

    private int exchange(String name, Function<Subject, byte[]> request) {
        return conduct(new Exchange(name, request, PATIENCE));
    }

    private int conduct(Operation operation) {
        UdsLines lines = lines();
        Subject subject = lines.subject();
        Findings findings = findings();
        try (Line line = lines.open(subject.ecu())) {
            conduct(operation, line, subject, findings);
        }
        return end(findings);
    }

    private void conduct(Operation operation, Line line, Subject subject, Findings findings) {
        ClientTiming timing =
                line.port().isPresent() ? ClientTiming.STANDARD : ClientTiming.STANDARD.answerWithin(BEHIND_A_GATEWAY);
        Tester tester = new Tester(line, subject, timing);
        Conduct.run(operation, tester, options.sessionNumber(), options.unlock, findings);
    }

    private UdsLines lines() {
        Home home = Home.ofProcess();
        return new UdsLines(options, home, rig.file(home));
    }

    private Findings findings() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return options.json
                ? new Findings(line -> {}, line -> {})
                : new Findings(
                        line -> {
                            out.print(line);
                            out.flush();
                        },
                        line -> {
                            err.print(line);
                            err.flush();
                        });
    }

    private int end(Findings findings) {
        int code = findings.succeeded() ? 0 : 1;
        if (options.json) {
            findings.document().put("exitCode", code);
            spec.commandLine().getOut().println(findings.json());
        }
        spec.commandLine().getOut().flush();
        return code;
    }

    private static int choice(String what, String text, Map<String, Integer> choices) {
        Integer chosen = choices.get(text.toLowerCase(Locale.ROOT));
        if (chosen == null) {
            throw UserMistake.saying("%s: expected one of %s, found \"%s\""
                    .formatted(
                            what,
                            String.join(", ", choices.keySet().stream().sorted().toList()),
                            text));
        }
        return chosen;
    }

    private static int[] range(@Nullable String text, int first, int last) {
        if (text == null) {
            return new int[] {first, last};
        }
        Matcher parts = RANGE.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(1), 16) > Integer.parseInt(parts.group(2), 16)) {
            throw UserMistake.saying("--range: expected FROM-TO such as F100-F1FF, found \"%s\"".formatted(text));
        }
        return new int[] {Integer.parseInt(parts.group(1), 16), Integer.parseInt(parts.group(2), 16)};
    }
}
