package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.health.HealthReport;
import dev.underpin.rig.lease.Holder;
import dev.underpin.rig.lease.Lease;
import dev.underpin.rig.lease.LeasePlace;
import dev.underpin.time.WallClock;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A run's time on a rig, told to the person at the terminal: a bench is leased for it, a virtual rig needs no lease. */
final class Tenancy implements AutoCloseable {
    private final @Nullable Lease lease;
    private final PrintWriter out;

    private Tenancy(@Nullable Lease lease, CommandLine terminal) {
        this.lease = lease;
        this.out = terminal.getOut();
    }

    /**
     * Begins a tenancy.
     *
     * @param run what for, in words for others who want the bench
     * @throws dev.underpin.rig.RigError when somebody else has the bench
     */
    static Tenancy begin(RigFile rig, Path file, String run, CommandLine terminal) {
        if (!rig.isShared()) {
            return new Tenancy(null, terminal);
        }
        Lease lease = Lease.take(LeasePlace.of(rig, file), me(rig.name(), run));
        Tenancy tenancy = new Tenancy(lease, terminal);
        lease.leftBehind().ifPresent(tenancy::takenOver);
        return tenancy;
    }

    private static Holder me(String rig, String run) {
        return new Holder(
                rig,
                System.getProperty("user.name"),
                host(),
                ProcessHandle.current().pid(),
                WallClock.now().truncatedTo(ChronoUnit.SECONDS),
                run);
    }

    /** The name of this machine. */
    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    private void takenOver(Holder left) {
        say("The lease was left by %s; that process is dead. Taken over: the bench is brought to its known state first."
                .formatted(left.told(WallClock.now())));
    }

    /** Says what the check before a run found. */
    void tell(HealthReport report) {
        say(
                report.sound()
                        ? "Rig checked: %d of %d right"
                                .formatted(
                                        report.findings().size(),
                                        report.findings().size())
                        : "The rig is not fit: " + report.trouble());
    }

    private void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
