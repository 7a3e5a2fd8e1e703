package dev.underpin.cli;

import static dev.underpin.cli.OptionValue.require;

import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.rig.virtual.VirtualRig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code underpin serve}. */
@Command(
        name = "serve",
        description = {
            "Runs the simulated vehicle in real time, ignition on, and lets outside tools join one of its buses as one more node,",
            "or diagnose it by DoIP through its gateway.",
            "",
            "It ends with Ctrl-C. What an outside tool does wrong is told on the standard error stream."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended as asked",
            "2:the user's mistake: option, rig file, a port in use",
            "3:rig or harness error"
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 0xFFFF;
    private static final double MAX_SPEED = 1000;

    @Mixin
    private RigOption rig = new RigOption();

    @Option(
            names = "--bus",
            paramLabel = "NAME",
            description = "The bus to join, as the rig file names it; for every way but doip.")
    private @Nullable String bus;

    @Option(
            names = "--as",
            paramLabel = "WAY",
            required = true,
            description = {
                "What outside tools speak: ${COMPLETION-CANDIDATES}.",
                "udp-multicast and socketcan carry CAN FD; of socketcand only raw mode is offered; doip is TCP and UDP."
            })
    private Bridge as = Bridge.SOCKETCAND;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = {
                "TCP or UDP port, 0 for any that is free. Default: socketcand's 29536, python-can's 43113, DoIP's 13400.",
                "Whatever uses the same UDP port is on the same bus: give each bus its own."
            })
    private @Nullable Integer port;

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            description = "With socketcan: the CAN interface of this machine to join, such as vcan0.")
    private @Nullable String canInterface;

    @Option(
            names = "--tls",
            paramLabel = "FOLDER",
            arity = "0..1",
            fallbackValue = "doip-keys",
            description = {
                "With doip: routing is activated over TLS only, for testers with a certificate. The tester's key and whom it",
                "has to trust are written into the folder. Default: ${FALLBACK-VALUE}."
            })
    private @Nullable Path tls;

    @Option(
            names = "--tls-port",
            paramLabel = "N",
            defaultValue = "3496",
            description = "TCP port for TLS, 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int tlsPort = 3496;

    @Option(names = "--parked", description = "With doip: the ignition is off, and testers wake the vehicle.")
    private boolean parked;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Vehicle seconds per second. Default: ${DEFAULT-VALUE}.")
    private double speed = 1;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "Address of this machine to offer the bus on. Default: ${DEFAULT-VALUE}.",
                "With another one, whoever reaches it reaches the bus."
            })
    private String bind = "127.0.0.1";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.ofProcess();
        RigFile described = rig.read(home);
        require(speed > 0 && speed <= MAX_SPEED, "--speed", "a number above 0 and at most 1000", String.valueOf(speed));
        int chosen = port == null ? as.standardPort() : port;
        requirePort(chosen, "--port");
        Offer offer = as == Bridge.DOIP ? edge(described, chosen) : bus(described, chosen);
        OpenBench open = new VirtualRig(described, rig.file(home), seed, home.file("target/images")).open("serve");
        Serving serving = new Serving(open, offer, speed, spec.commandLine());
        EndRequest.during(serving::run, serving::stop);
        return 0;
    }

    private Offer bus(RigFile described, int chosen) {
        String named = String.valueOf(bus == null ? "no bus" : bus);
        RigFile.Bus medium = described.buses().get(named);
        if (medium == null) {
            throw UserMistake.saying("--bus: expected one of %s, found %s"
                    .formatted(String.join(", ", described.buses().keySet()), named));
        }
        require(tls == null, "--tls", "--as doip", "--as " + as);
        require(!parked, "--parked", "--as doip", "--as " + as);
        requireInterface();
        return new BusOffer(described.name(), named, medium, as, canInterface, address(), chosen, speed);
    }

    private Offer edge(RigFile described, int chosen) {
        require(bus == null, "--bus", "none with --as doip", String.valueOf(bus));
        requirePort(tlsPort, "--tls-port");
        requireInterface();
        return new EdgeOffer(
                described.name(),
                address(),
                chosen,
                tls == null ? null : new EdgeOffer.Tls(tlsPort, tls, seed),
                parked);
    }

    private void requireInterface() {
        require(
                (as == Bridge.SOCKETCAN) == (canInterface != null),
                "--interface",
                as == Bridge.SOCKETCAN ? "a CAN interface such as vcan0" : "none with --as " + as,
                String.valueOf(canInterface == null ? "none" : canInterface));
    }

    private static void requirePort(int number, String option) {
        require(number >= 0 && number <= MAX_PORT, option, "a number from 0 to 65535", String.valueOf(number));
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw UserMistake.saying("--bind: expected an address of this machine, found " + bind);
        }
    }
}
