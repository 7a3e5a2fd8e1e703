package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Technician;
import dev.underpin.time.Nanos;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A technician who guides the driver, does remotely what the desk's verdict allows, and closes the session as what the evidence
 * allows: resolved, else with an appointment, else to be followed up. What has no result within 3 minutes has failed.
 */
final class SupportingTechnician {
    private static final int CLOSED = 200;
    private static final String PUMP_TEST = "0203";
    private static final String RESOLVED = "resolved";
    private static final Set<String> ENDED = Set.of(RESOLVED, "appointment", "follow-up", "aborted");

    private static final long PATIENCE = 3 * Nanos.MINUTE;

    private final Technician desk;
    private final Deque<Supplier<String>> orders = new ArrayDeque<>();
    private @Nullable String running;
    private long giveUpAt;
    private boolean planned;
    private String outcome = "";
    private boolean failed;

    SupportingTechnician(Technician desk) {
        this.desk = desk;
    }

    /** Whether a session is open at the desk. */
    boolean busy() {
        return desk.session().isPresent() && !ENDED.contains(desk.state());
    }

    /** Whether the session has ended. */
    boolean over() {
        return !outcome.isEmpty();
    }

    boolean resolved() {
        return outcome.equals(RESOLVED);
    }

    /** Looks at the console, and does the next thing; {@code now} is vehicle time in nanoseconds. */
    void act(long now) {
        if (desk.session().isEmpty()) {
            return;
        }
        if (ENDED.contains(desk.state())) {
            ended(desk.state());
        } else if (desk.hasSnapshot()) {
            work(now);
        }
    }

    private void work(long now) {
        if (!planned) {
            planned = true;
            plan();
        }
        if (running != null) {
            Optional<String> result = desk.result(running);
            if (result.isEmpty() && now < giveUpAt) {
                return;
            }
            failed |= !result.filter("done"::equals).isPresent();
            running = null;
        }
        if (!orders.isEmpty() && !failed) {
            running = orders.remove().get();
            giveUpAt = now + PATIENCE;
        } else {
            close();
        }
    }

    private void plan() {
        orders.add(
                () -> desk.guide("Stop at a safe place, select P and keep the ignition on", "the vehicle stands in P"));
        if (desk.verdict().filter("R"::equals).isPresent()) {
            root().map(named -> named.split(" "))
                    .filter(named -> named.length == 2)
                    .ifPresent(this::planRepair);
        }
    }

    /** @param named control unit and trouble code */
    private void planRepair(String[] named) {
        if (named[0].equals("THM")) {
            orders.add(() -> desk.routine(named[0], PUMP_TEST));
        }
        orders.add(() -> desk.clear(named[0]));
        orders.add(() -> desk.retest(named[0], named[1]));
    }

    private Optional<String> root() {
        return desk.root().filter(named -> !named.isBlank());
    }

    private void close() {
        boolean found = root().isPresent();
        if (found && !failed && desk.close(RESOLVED) == CLOSED) {
            ended(RESOLVED);
        } else if (found) {
            desk.appointment();
            end("appointment");
        } else {
            end("follow-up");
        }
    }

    private void end(String how) {
        if (desk.close(how) == CLOSED) {
            ended(how);
        }
    }

    private void ended(String how) {
        outcome = how;
        desk.readInbox();
    }
}
