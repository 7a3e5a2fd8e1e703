package dev.underpin.cli;

import dev.underpin.campaign.list.CampaignFile;
import dev.underpin.campaign.list.RunList;
import dev.underpin.defect.Catalogue;
import dev.underpin.defect.Defect;
import dev.underpin.defect.hunt.CampaignHunt;
import dev.underpin.defect.hunt.Detection;
import dev.underpin.defect.hunt.Detection.Figures;
import dev.underpin.defect.hunt.DrawnHunt;
import dev.underpin.defect.hunt.FeatureHunt;
import dev.underpin.defect.hunt.Grounds;
import dev.underpin.defect.hunt.Hunt;
import dev.underpin.defect.hunt.SoundRuns;
import dev.underpin.defect.hunt.Trail;
import dev.underpin.judge.Clauses;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code underpin bench detection}. */
@Command(
        name = "detection",
        description = {
            "Measures how good the harness is: how many of the known defects of vehicle and cloud it catches, how soon,",
            "and how often it blames a sound vehicle. Each defect is switched on alone, and the scenarios that should find it",
            "are played; with --everywhere, if they do not, all others too (minutes for each). Then a campaign of fixed budget,",
            "features/campaigns/detection.yaml, hunts for it without feature files; for one that shows only when failures",
            "coincide, features/campaigns/two-failures.yaml. A failure counts when the sound vehicle does not fail in the same run.",
            "A healthy run is all scenarios of the main feature file of one contract with a seed of its own; the three contracts",
            "take turns. As many runs at a time as cores."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, whatever the figures", "2:the user's mistake: option, rig file, feature file"})
final class DetectionCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Healthy runs, with the seeds 1 to N; 1000 for the full figure. Default: ${DEFAULT-VALUE}.")
    private int seeds = 20;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only defects whose id, area or source contains this, such as \"cloud\", \"V36\".")
    private String only = "";

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "-1",
            description =
                    "Runs by chance of the campaign for each defect; 0 leaves the campaign out. Default: as its file says.")
    private int budget = -1;

    @Option(names = "--everywhere", description = "Look for what escapes in all other feature files too.")
    private boolean everywhere;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (seeds < 0) {
            throw UserMistake.saying("--seeds: expected 0 or more, found " + seeds);
        }
        Home home = Home.ofProcess();
        Path rigFile = home.file("rigs/virtual.yaml");
        VirtualRig rig = new VirtualRig(RigFile.read(rigFile), rigFile, 1, home.file("target/images"));
        Path features = home.file("features");
        Grounds grounds = new Grounds(rig, features, Clauses.read(features));
        List<Defect> defects =
                Catalogue.all(rig.table()).stream().filter(this::wanted).toList();
        List<Hunt> hunts = new ArrayList<>();
        hunts.add(everywhere ? FeatureHunt.everywhere(grounds) : FeatureHunt.whereExpected(grounds));
        if (budget != 0) {
            hunts.add(new DrawnHunt(
                    drawn(home, rig, "features/campaigns/detection.yaml", budget),
                    drawn(home, rig, "features/campaigns/two-failures.yaml", -1)));
        }
        Figures figures = new Detection(defects, hunts, new SoundRuns(grounds))
                .measure(seeds, new Teller(spec.commandLine().getErr()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonMapper().writeValueAsString(keys(figures)));
        } else {
            new DetectionTable(figures).lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static CampaignHunt drawn(Home home, VirtualRig rig, String file, int runs) {
        return new CampaignHunt(rig, RunList.of(CampaignFile.read(home.file(file)), rig, 1, runs));
    }

    private boolean wanted(Defect defect) {
        return only.isEmpty()
                || defect.id().contains(only)
                || defect.area().text().equals(only.toLowerCase(Locale.ROOT))
                || defect.source().equals(only);
    }

    private static Map<String, Long> caughtBy(Figures figures) {
        Map<String, Long> each = new LinkedHashMap<>();
        figures.trails()
                .forEach((hunt, trails) ->
                        each.put(hunt, trails.stream().filter(Trail::caught).count()));
        return each;
    }

    private static Map<String, Object> keys(Figures figures) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("defects", figures.defects().size());
        keys.put("caught", figures.caught().size());
        keys.put("escaped", figures.escaped().stream().map(Defect::id).toList());
        keys.put("caught_by", caughtBy(figures));
        keys.put("healthy_runs", figures.healthyRuns());
        keys.put("false_alarms", figures.falseAlarms().size());
        return keys;
    }

    /** Progress goes where the figures do not. */
    private record Teller(PrintWriter out) implements Detection.Onlooker {
        private static final int EVERY = 25;

        @Override
        public void hunted(Trail trail) {
            out.printf(
                    Locale.ROOT,
                    "%-8s %-40s %6.2f s  %s%n",
                    trail.caught() ? "caught" : "ESCAPED",
                    trail.defect().id(),
                    trail.seconds(),
                    trail.where());
            out.flush();
        }

        @Override
        public void played(int done, int runs, List<String> falseAlarms) {
            falseAlarms.forEach(alarm -> out.printf("false alarm: %s%n", alarm));
            if (done % EVERY == 0 || done == runs) {
                out.printf("%d of %d runs of the sound vehicle%n", done, runs);
            }
            out.flush();
        }
    }
}
