package dev.underpin.rig.health;

import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Health;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks whether a bench is fit for a run: buses up and quiet of errors, each control unit there with the expected identity and firmware
 * and in its default session, supply within limits, cloud answering. Confined to the bench's thread.
 */
public final class HealthCheck {
    private static final String DEFAULT_SESSION = "01";
    /** Until every control unit talks after ignition on or a reset, vehicle time in nanoseconds; infotainment takes longest. */
    private static final long WAKING = 20 * Nanos.SECOND;

    private static final Map<String, String> NAMES = Map.of(
            "F187", "part number",
            "F189", "software",
            "F18C", "serial number",
            "F190", "VIN",
            "F191", "hardware number");

    private final Bench bench;
    private final Health health;
    private final List<HealthFinding> findings = new ArrayList<>();
    private final List<Health.Unit> present = new ArrayList<>();

    private HealthCheck(Bench bench) {
        this.bench = bench;
        this.health = bench.health();
    }

    /** Looks at everything before a run, and brings control units that are not in their default session there. */
    public static HealthReport before(Bench bench) {
        HealthCheck check = new HealthCheck(bench);
        check.up();
        if (check.allSound()) {
            bench.driver().ignition(true);
            check.present();
            List<Health.Bus> awake = check.health.buses();
            check.units();
            check.cloud();
            check.quiet(awake);
            bench.driver().ignition(false);
        }
        check.supply();
        check.intact();
        return new HealthReport(List.copyOf(check.findings));
    }

    /**
     * Leaves the bench safe after a scenario: no fault left in it, so that its instruments are where they were before; real control units in
     * their default session. Then looks at buses and supply.
     */
    public static HealthReport after(Bench bench) {
        HealthCheck check = new HealthCheck(bench);
        bench.faults().healAll();
        check.up();
        if (check.allSound()) {
            check.health.units().stream().filter(Health.Unit::real).forEach(check::safe);
        }
        check.supply();
        check.intact();
        return new HealthReport(List.copyOf(check.findings));
    }

    private boolean allSound() {
        return findings.stream().allMatch(HealthFinding::sound);
    }

    private void up() {
        for (Health.Bus bus : health.buses()) {
            findings.add(new HealthFinding(
                    "bus " + bus.name(),
                    "up",
                    bus.trouble().isEmpty() ? "up" : bus.trouble(),
                    bus.trouble().isEmpty()));
        }
    }

    /** Waits for every control unit to answer; who does not is told, and asked nothing more. */
    private void present() {
        long limit = now() + WAKING;
        for (Health.Unit unit : health.units()) {
            boolean there = answers(unit, limit);
            findings.add(new HealthFinding(unit.ecu(), "an answer", there ? "an answer" : "none", there));
            if (there) {
                present.add(unit);
            }
        }
    }

    private boolean answers(Health.Unit unit, long limit) {
        UnitTalk talk = new UnitTalk(bench.workshop(), unit.ecu());
        while (!talk.isPresent()) {
            if (now() >= limit) {
                return false;
            }
            bench.await().pass(Nanos.SECOND);
        }
        return true;
    }

    private long now() {
        return bench.calendar().scheduler().now();
    }

    private void units() {
        for (Health.Unit unit : present) {
            UnitTalk talk = new UnitTalk(bench.workshop(), unit.ecu());
            unit.identity()
                    .forEach((did, expected) ->
                            findings.add(HealthFinding.compared(subject(unit.ecu(), did), expected, talk.text(did))));
            safe(unit);
        }
    }

    private static String subject(String ecu, String did) {
        return "%s %s (22 %s)".formatted(ecu, NAMES.getOrDefault(did, "identification"), did);
    }

    /** No programming left open: the default session by the usual way, else by a reset. */
    private void safe(Health.Unit unit) {
        UnitTalk talk = new UnitTalk(bench.workshop(), unit.ecu());
        if (!talk.session().equals(DEFAULT_SESSION)) {
            talk.defaultSession();
        }
        if (!talk.session().equals(DEFAULT_SESSION)) {
            talk.reset();
            answers(unit, now() + WAKING);
        }
        findings.add(HealthFinding.compared(unit.ecu() + " session (22 F186)", DEFAULT_SESSION, talk.session()));
    }

    private void cloud() {
        String found;
        try {
            bench.technician().session();
            found = "answers";
        } catch (RuntimeException | AssertionError silent) {
            found = "none: " + silent.getMessage();
        }
        findings.add(HealthFinding.compared("cloud", "answers", found));
    }

    private void supply() {
        health.supply().ifPresent(supply -> {
            boolean within = supply.volts() >= supply.low() && supply.volts() <= supply.high();
            findings.add(new HealthFinding(
                    "supply",
                    "%s to %s V".formatted(volts(supply.low()), volts(supply.high())),
                    Double.isNaN(supply.volts()) ? "no answer of the instrument" : volts(supply.volts()) + " V",
                    within));
        });
    }

    private static String volts(double volts) {
        return String.format(Locale.ROOT, "%.1f", volts);
    }

    /** Nodes that wake up alone are acknowledged by nobody: errors count from the moment at which all were awake. */
    private void quiet(List<Health.Bus> awake) {
        List<Health.Bus> now = health.buses();
        for (int i = 0; i < now.size(); i++) {
            long errors = now.get(i).errors() - awake.get(i).errors();
            findings.add(HealthFinding.compared(
                    "bus %s, error frames".formatted(now.get(i).name()), "0", Long.toString(errors)));
        }
    }

    private void intact() {
        for (Health.Bus bus : health.buses()) {
            String off = bus.busOff().isEmpty() ? "none" : String.join(", ", bus.busOff());
            findings.add(HealthFinding.compared("bus %s, nodes off it".formatted(bus.name()), "none", off));
            findings.add(new HealthFinding(
                    "bus %s, frames lost".formatted(bus.name()),
                    bus.mayLose() == 0 ? "0" : "at most " + bus.mayLose(),
                    Long.toString(bus.lost()),
                    bus.lost() <= bus.mayLose()));
        }
    }
}
