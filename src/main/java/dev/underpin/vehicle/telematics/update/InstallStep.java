package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * From the confirmation to a vehicle that is ready for use: update mode, programming, restart, examination; or back to the old
 * software. Update mode ends in every outcome.
 */
final class InstallStep {
    private static final long LAST_PERCENT_SHOWN = 500 * Nanos.MILLISECOND;
    private static final int INTERRUPTIONS = 2;

    private final UpdateParts parts;
    private final Life life;
    private final Course course;
    private final EcuReader reader;
    private final UpdateMode mode;
    private final QuietBus quiet;
    private final HealthCheck health;
    private final GroupProgrammer programmer;
    private final Restart restart;
    private final Restoration restoration;

    InstallStep(UpdateParts parts, Course course, EcuReader reader, UpdateMode mode) {
        this.parts = parts;
        this.life = parts.life();
        this.course = course;
        this.reader = reader;
        this.mode = mode;
        this.quiet = new QuietBus(parts.access());
        this.health = new HealthCheck(life, parts.access(), reader);
        this.programmer = new GroupProgrammer(life, parts.access(), reader, parts.store(), parts.preconditions());
        this.restart = new Restart(life, parts.control());
        this.restoration = new Restoration(life, parts.access(), reader, restart, parts.recovery());
    }

    /** Starts with what the control units run now. */
    void start(Map<String, Installed> before) {
        Installation installation = new Installation();
        installation.before().putAll(before);
        course.journal().installation(installation);
        program(installation);
    }

    /** Goes on after a loss of power; too many of them lead back to the old software. */
    void resume() {
        Installation installation = course.journal().installation().orElseThrow();
        Phase phase = course.journal().phase();
        if (phase == Phase.ROLLBACK || installation.interrupted() > INTERRUPTIONS) {
            rollBack(installation, "the power was lost too often");
        } else if (phase == Phase.RESTART) {
            mode.order(true);
            examine(installation);
        } else {
            program(installation);
        }
    }

    private void program(Installation installation) {
        course.enter(Phase.INSTALL, UpdateViews.install(course.offer(), installation.percent()));
        mode.order(true);
        life.when(
                mode.spread()
                        .thenCompose(done -> reader.faults())
                        .thenAccept(found -> keepFirst(installation, found))
                        .thenCompose(done -> quiet.begin())
                        .thenCompose(done ->
                                programmer.run(bundle(), installation, percent -> advanced(installation, percent))),
                done -> restart(installation),
                failure -> programmingFailed(installation, UpdateFailure.in(failure)));
    }

    private static void keepFirst(Installation installation, Set<String> found) {
        if (installation.touched().isEmpty()) {
            installation.faultsBefore().addAll(found);
        }
    }

    private void advanced(Installation installation, int percent) {
        if (installation.advance(percent)) {
            course.progress(percent, UpdateViews.install(course.offer(), percent));
        }
    }

    private void programmingFailed(Installation installation, UpdateFailure failure) {
        if (installation.touched().isEmpty()) {
            life.either(quiet.end(), () -> refused(failure));
        } else {
            rollBack(installation, String.valueOf(failure.getMessage()));
        }
    }

    private void refused(UpdateFailure failure) {
        mode.order(false);
        course.journal().installation(null);
        boolean ended = failure.reason() == Reason.INSTALLATION_FAILED;
        course.journal().confirmed(course.journal().confirmed() && !ended);
        course.error(failure, ended ? Phase.PREPARE : Phase.CONFIRM);
    }

    private void restart(Installation installation) {
        quiet.release();
        course.enter(Phase.RESTART, UpdateViews.restart());
        life.either(restart.run(), () -> {
            installation.restart();
            examine(installation);
        });
    }

    private void examine(Installation installation) {
        mode.order(true);
        life.when(
                health.examine(bundle(), installation.faultsBefore())
                        .thenCompose(now -> health.makePermanent(installation))
                        .thenCompose(done -> quiet.end())
                        .thenCompose(done -> reader.identifyAll(parts.access().ecus())),
                now -> examined(installation, now),
                failure -> rollBack(
                        installation, String.valueOf(UpdateFailure.in(failure).getMessage())));
    }

    /** A unit that was reset before it kept its new image has gone back to the old one: it is programmed once more. */
    private void examined(Installation installation, Map<String, Installed> now) {
        List<String> fallen = bundle().targets().stream()
                .filter(target -> !Installed.isOn(now.get(target.ecu()), target))
                .map(Target::ecu)
                .toList();
        if (fallen.isEmpty()) {
            succeeded(now);
        } else if (installation.interrupted() > INTERRUPTIONS) {
            rollBack(installation, "%s went back to the old image too often".formatted(fallen));
        } else {
            installation.programmed().removeAll(fallen);
            program(installation);
        }
    }

    private void succeeded(Map<String, Installed> now) {
        mode.order(false);
        course.progress(100, UpdateViews.install(course.offer(), 100));
        course.manifest("success", "", now.values(), "installed");
        course.journal().conclude();
        keepForRecovery();
        parts.store().clear();
        life.after(LAST_PERCENT_SHOWN, () -> course.enter(Phase.DONE, UpdateViews.done(course.offer())));
    }

    private void rollBack(Installation installation, String cause) {
        quiet.release();
        course.enter(Phase.ROLLBACK, UpdateViews.restoring());
        life.when(
                restoration
                        .run(installation)
                        .thenCompose(now -> quiet.end())
                        .thenCompose(done -> reader.identifyAll(parts.access().ecus())),
                now -> rolledBack(installation, now, cause),
                defect -> {
                    throw new IllegalStateException("a restoration never fails", defect);
                });
    }

    private void rolledBack(Installation installation, Map<String, Installed> now, String cause) {
        mode.order(false);
        boolean restored = installation.touched().stream()
                .allMatch(ecu -> Objects.equals(installation.before().get(ecu), now.get(ecu)));
        course.manifest(restored ? "rolled-back" : "failed", "", now.values(), cause);
        course.journal().installation(null);
        course.journal().confirmed(false);
        course.error(
                new UpdateFailure(Reason.INSTALLATION_FAILED, cause),
                Phase.PREPARE,
                restored ? "Your previous software has been restored" : "Do not drive: the software is incomplete");
    }

    /** A life that ended right behind this has kept them already and thrown the files away. */
    private void keepForRecovery() {
        for (Target target : bundle().targets()) {
            boolean here = parts.store().received(target.filename()) == target.length();
            if (here && parts.recovery().of(target.ecu()).isPresent()) {
                parts.recovery()
                        .keep(
                                target.ecu(),
                                parts.store().read(target.filename()).clone());
            }
        }
    }

    private Bundle bundle() {
        return course.journal().bundle().orElseThrow();
    }
}
