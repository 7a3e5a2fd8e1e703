package dev.underpin.cli;

import dev.underpin.fault.FaultKind;
import dev.underpin.fault.Seam;
import dev.underpin.report.ScenarioId;
import dev.underpin.rig.MiddlePlace;
import dev.underpin.rig.MiddleRules;
import dev.underpin.rig.Reach;
import dev.underpin.rig.RigFile;
import dev.underpin.session.Foresight;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin rig check}. */
@Command(
        name = "check",
        description = {
            "Checks a rig file against its schema, and that the files it names are there.",
            "What is wrong is said with file, line, field, what was expected and what was found. Of a right one it tells"
                    + " what the rig can do, which faults it can inject, and which scenarios would not run on it, and why."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the rig file is right", "2:it is not"})
final class RigCheckCommand implements Callable<Integer> {
    private static final String NEEDS = "@needs-";

    @Parameters(paramLabel = "FILE", description = "The rig file.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RigFile rig = RigFile.read(file);
        EcuTable table = EcuTable.load(file.resolveSibling(rig.vehicle().ecuTable()));
        MiddleRules.requirePlaces(file, rig, unit -> table.ecu(unit).buses());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: a %s rig, \"%s\": buses %s; control units %s%n",
                file,
                rig.tier(),
                rig.name(),
                String.join(", ", rig.buses().keySet()),
                String.join(", ", rig.ecus().keySet()));
        faults(rig, out);
        middles(rig, table, out);
        scenarios(rig, table, out);
        out.flush();
        return 0;
    }

    private static void faults(RigFile rig, PrintWriter out) {
        Map<Seam, List<String>> kinds = FaultKind.all().stream()
                .collect(Collectors.groupingBy(
                        FaultKind::seam, LinkedHashMap::new, Collectors.mapping(FaultKind::id, Collectors.toList())));
        Reach reach = Reach.of(rig);
        kinds.forEach((seam, ids) -> out.printf(
                "%-7s%-16s %s%n",
                reach.lacks(seam).isEmpty() ? "can" : "cannot",
                seam.capability(),
                reach.lacks(seam)
                        .map(why -> "(%d kinds: %s)".formatted(ids.size(), why))
                        .orElseGet(() -> String.join(", ", ids))));
    }

    /** At whose frames the faults of buses, transports and diagnostics come in. */
    private static void middles(RigFile rig, EcuTable table, PrintWriter out) {
        rig.buses().forEach((bus, described) -> {
            MiddlePlace man = described.middle();
            if (man != null) {
                out.printf(
                        "can    disturb frames of %s: the man in the middle of %s%n",
                        String.join(", ", man.units()), bus);
            }
        });
        rig.realEcus()
                .forEach(unit -> out.printf(
                        "cannot reach works and flash of %s: nothing reaches into a real control unit%n", unit));
        for (String unit : Reach.of(rig).untouched()) {
            table.ecu(unit)
                    .can()
                    .ifPresent(at ->
                            out.printf("cannot disturb frames of %s: %s%n", unit, Reach.needsMan(unit, at.bus())));
        }
    }

    private static void scenarios(RigFile rig, EcuTable table, PrintWriter out) {
        Home home = Home.ofProcess();
        List<Foresight> scenarios = Foresight.of(List.of(home.file("features")), home.bases(), RunCommand.STEPS);
        Reach reach = Reach.of(rig);
        Map<ScenarioId, String> without = new LinkedHashMap<>();
        for (Foresight scenario : scenarios) {
            String lacking = lacking(scenario, reach, table);
            if (!lacking.isEmpty()) {
                without.put(scenario.scenario(), lacking);
            }
        }
        out.printf(
                "Of %d scenarios %d would not run%s%n",
                scenarios.size(), without.size(), without.isEmpty() ? "." : ", because the rig lacks what they need:");
        without.forEach((id, needs) -> out.printf("  %s:%d %s: %s%n", id.file(), id.line(), id.name(), needs));
    }

    /** What the scenario asks for in vain: what its tags name, else the faults that its steps inject. */
    private static String lacking(Foresight scenario, Reach reach, EcuTable table) {
        String capabilities = scenario.tags().stream()
                .filter(tag -> tag.startsWith(NEEDS))
                .map(tag -> tag.substring(NEEDS.length()))
                .filter(needed -> reach.lacks(needed).isPresent())
                .collect(Collectors.joining(", "));
        return capabilities.isEmpty()
                ? scenario.faults().stream()
                        .flatMap(fault -> reach
                                .lacks(
                                        fault,
                                        unit -> table.ecu(unit)
                                                .can()
                                                .map(CanAddress::bus)
                                                .orElse(""))
                                .map(why -> "%s: %s".formatted((fault.kind() + " " + fault.target()).strip(), why))
                                .stream())
                        .distinct()
                        .collect(Collectors.joining("; "))
                : capabilities;
    }
}
