package dev.underpin.cli;

import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.health.HealthReport;
import dev.underpin.rig.health.RigWatch;
import dev.underpin.rig.lease.Holder;
import dev.underpin.rig.lease.Lease;
import dev.underpin.rig.lease.LeasePlace;
import dev.underpin.rig.lease.Standing;
import dev.underpin.time.WallClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code underpin rig release}. */
@Command(
        name = "release",
        description = {
            "Gives a bench back that a killed run still seems to have, after it was brought to its known state.",
            "A living run keeps its bench, unless --force: then it is ended by SIGTERM, leaves the bench safe, and is waited for.",
            "--wait alone leaves it time to end by itself, as one does that was just told to."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bench is free, or needs no lease",
            "2:the user's mistake: rig file",
            "3:a living run has the bench, or it is free but not fit"
        })
final class RigReleaseCommand implements Callable<Integer> {
    /** More than a run may take to leave its bench safe and write its report. */
    private static final int PATIENCE_SECONDS = 150;

    @Parameters(paramLabel = "FILE", description = "The rig file.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Ends a living run that has the bench.")
    private boolean force;

    @Option(
            names = "--wait",
            paramLabel = "S",
            defaultValue = "0",
            description = "Waits so many seconds for a living run to end. Default: ${DEFAULT-VALUE}, with --force 150.")
    private int wait;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        RigFile rig = RigFile.read(file);
        if (!rig.isShared()) {
            return say("Rig %s needs no lease: its runs share nothing.".formatted(rig.name()));
        }
        Path place = LeasePlace.of(rig, file);
        if (Lease.standing(place) instanceof Standing.Held(Holder holder)) {
            end(rig, holder);
        }
        return switch (Lease.standing(place)) {
            case Standing.Free free -> say("The bench %s is free.".formatted(rig.name()));
            case Standing.LeftBehind left -> bringBack(rig);
            case Standing.Held held -> throw refusal(rig, held.holder());
        };
    }

    /** Waits for a living owner to end his run, and has him do so in an orderly way when that is wanted. */
    private void end(RigFile rig, Holder holder) throws InterruptedException {
        if (!force && wait <= 0) {
            throw refusal(rig, holder);
        }
        ProcessHandle owner = ProcessHandle.of(holder.pid())
                .filter(process -> holder.host().equals(Tenancy.host()))
                .orElseThrow(() ->
                        new RigError("the bench %s is leased by %s, whose process is not on this machine: end it there"
                                .formatted(rig.name(), holder.told(WallClock.now()))));
        say("%s the run of %s.".formatted(force ? "Ending" : "Waiting for", holder.told(WallClock.now())));
        if (force && !owner.destroy()) {
            throw new RigError("process %d of %s may not be ended by this user: ask %s, or end it as root"
                    .formatted(holder.pid(), holder.owner(), holder.owner()));
        }
        int patience = wait > 0 ? wait : PATIENCE_SECONDS;
        try {
            owner.onExit().get(patience, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            throw new RigError("process %d did not end within %d s%s"
                    .formatted(
                            holder.pid(),
                            patience,
                            force
                                    ? ": kill -9 %d, then once more underpin rig release %s"
                                            .formatted(holder.pid(), file)
                                    : ""));
        }
    }

    private int bringBack(RigFile rig) {
        try (Tenancy tenancy = Tenancy.begin(rig, file, "rig release", spec.commandLine())) {
            HealthReport report = new RigWatch(true)
                    .check(Rigs.benches(rig, file, 1, Home.ofProcess().file("target/images")));
            tenancy.tell(report);
            say("The bench %s is free.".formatted(rig.name()));
            return report.sound() ? 0 : Underpin.TROUBLE;
        }
    }

    private static RigError refusal(RigFile rig, Holder holder) {
        return new RigError("the bench %s is leased by %s, and that run lives: wait for its end, or end it with --force"
                .formatted(rig.name(), holder.told(WallClock.now())));
    }

    private int say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
        return 0;
    }
}
