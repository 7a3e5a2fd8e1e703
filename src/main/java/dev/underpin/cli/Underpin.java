package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigError;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code underpin}. */
@Command(
        name = "underpin",
        description = {
            "Proves underpinning contracts of vehicle features.",
            "",
            "Feature files with the contracts' own sentences drive a vehicle over its buses and its cloud link, judge"
                    + " what was promised, and leave a report."
        },
        subcommands = {
            RunCommand.class,
            CampaignCommand.class,
            ReplayCommand.class,
            CompareCommand.class,
            ServeCommand.class,
            EmulateCommand.class,
            UdsCommand.class,
            FaultCommand.class,
            RigCommand.class,
            ClausesCommand.class,
            LogCommand.class,
            BenchCommand.class,
            TraceCommand.class,
            VmCommand.class,
            CommandLine.HelpCommand.class
        },
        versionProvider = Underpin.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  underpin run                                 everything, on the virtual rig",
            "  underpin run features/ota-update --seed 7    one contract, another seed",
            "  underpin run --tags \"@OTA-M3 or @OTS-A2S\"    what proves these two clauses",
            "  underpin campaign features/campaigns/power-cuts.yaml  power cut at every moment of an update",
            "  underpin serve --bus drive --as socketcand   lets python-can and others join a bus",
            "  underpin uds --ecu BMS read F190 SoC         what a control unit says of itself",
            "  underpin fault show flash-cut                what can be made to go wrong",
            "  underpin rig check rigs/virtual.yaml         is this rig file right?",
            "  underpin log convert bus.log bus.pcapng      a bus log for other tools",
            "  underpin trace bus.log --ecu BMS             what passed on a bus, in words"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all passed",
            "1:a scenario failed or proved nothing",
            "2:the user's mistake: option, rig file, feature file, image",
            "3:rig or harness error"
        })
public final class Underpin implements Runnable {
    static final int MISTAKE = 2;
    static final int TROUBLE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command line and ends the process with its exit code. Its writer knows, as picocli's own does not, when nobody reads. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        System.exit(commandLine().setOut(out).execute(args));
    }

    /** The command line as users meet it; execute it with the arguments. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Underpin());
        // The options of a command that runs elsewhere are its own.
        CommandLine vm = Objects.requireNonNull(line.getSubcommands().get("vm"));
        Objects.requireNonNull(vm.getSubcommands().get("exec")).setStopAtPositional(true);
        return line.setParameterExceptionHandler(Underpin::badArguments)
                .setExecutionExceptionHandler(Underpin::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "expected a command: run, campaign, replay, compare, serve, emulate, uds, trace, log, fault, rig, clauses, bench or vm");
    }

    private static int badArguments(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.printf("underpin: %s%n", wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.printf("Try '%s --help'.%n", name);
        }
        return MISTAKE;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (failure instanceof UserMistake mistake) {
            err.printf("underpin: %s%n", mistake.getMessage());
            return MISTAKE;
        }
        if (failure instanceof RigError broken) {
            err.printf("underpin: %s%n", broken.getMessage());
            return TROUBLE;
        }
        err.println("underpin: the harness itself failed; this is not the vehicle's fault");
        failure.printStackTrace(err);
        return TROUBLE;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Underpin.class.getPackage().getImplementationVersion();
            return new String[] {
                "underpin " + Optional.ofNullable(version).orElse("(not packaged)"), "Java " + Runtime.version()
            };
        }
    }
}
