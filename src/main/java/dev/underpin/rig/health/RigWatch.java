package dev.underpin.rig.health;

import dev.underpin.rig.RigError;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Watches over the rig of a run. What broke it first is what every later scenario hears: a rig that failed makes no vehicle fail. Once
 * the run is to end, scenarios leave their bench at their next wait, and no further one begins.
 *
 * <p>Threading: any thread; a bench belongs to the thread that asked for it.
 */
public final class RigWatch {
    private final boolean shared;
    private volatile String broken = "";
    private volatile boolean ending;

    /** @param shared whether scenarios share the bench, so that each has to leave it safe */
    public RigWatch(boolean shared) {
        this.shared = shared;
    }

    /** Checks a bench before the first scenario and brings it to its known state; what is wrong breaks the rig for the run. */
    public HealthReport check(BenchProvider benches) {
        HealthReport report;
        try (Bench bench = benches.bench("health")) {
            report = HealthCheck.before(bench);
        } catch (RigError failed) {
            report = new HealthReport(List.of(
                    new HealthFinding("rig", "a bench made ready", String.valueOf(failed.getMessage()), false)));
        }
        if (!report.sound()) {
            breaks(report.trouble());
        }
        return report;
    }

    /** These benches as long as the rig is sound and the run goes on. */
    public BenchProvider over(BenchProvider benches) {
        return scenario -> {
            proceed();
            if (!broken.isEmpty()) {
                throw new RigError("the rig is broken: " + broken);
            }
            try {
                return new WatchedBench(benches.bench(scenario), this);
            } catch (RigError failed) {
                breaks(String.valueOf(failed.getMessage()));
                throw failed;
            }
        };
    }

    /** What broke the rig first; empty as long as it is sound. */
    public String broken() {
        return broken;
    }

    /** No further scenario begins, and those that run end at their next wait; any thread. */
    public void end() {
        ending = true;
    }

    /** Passes as long as the run goes on. */
    void proceed() {
        if (ending) {
            throw new TestAbortedException("the run was ended from outside");
        }
    }

    /** Leaves a scenario's bench safe, when there is a later scenario to find it. */
    void leave(Bench bench) {
        if (!shared) {
            return;
        }
        try {
            HealthReport report = HealthCheck.after(bench);
            if (!report.sound()) {
                throw new RigError("the bench was not left sound: " + report.trouble());
            }
        } catch (RigError failed) {
            breaks(String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    private synchronized void breaks(String reason) {
        if (broken.isEmpty()) {
            broken = reason;
        }
    }
}
