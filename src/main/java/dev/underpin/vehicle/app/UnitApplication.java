package dev.underpin.vehicle.app;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.vehicle.ecu.Application;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.ecu.EcuContext;
import dev.underpin.vehicle.plant.Plant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the applications of all control units share: a {@link Unit} from each start to the next stop, the surroundings of a fault, and
 * the interlocks against intrusions while the vehicle moves.
 */
abstract class UnitApplication implements Application {
    private static final double PROGRAMMING_VOLTS = 11;

    private final Wiring wiring;
    private final boolean safety;
    private @Nullable Unit unit;

    /**
     * An application.
     *
     * @param safety whether resets and clearing are refused while the vehicle can move
     */
    UnitApplication(Wiring wiring, boolean safety) {
        this.wiring = wiring;
        this.safety = safety;
        wiring.plant().power().listen(() -> unit().ifPresent(this::followSupply));
    }

    /** Declares signals, control loop and monitors of a new run. */
    abstract void begin(Unit run);

    /** A run ended. */
    void end() {}

    /** Binds the identifiers and routines of this control unit. */
    abstract void identify(Bindings bindings);

    @Override
    public final void bind(Bindings bindings) {
        bindings.snapshot(() -> Surroundings.of(plant(), unit()));
        identify(bindings);
    }

    @Override
    public final void start(EcuContext context) {
        Unit run = new Unit(context, wiring);
        unit = run;
        begin(run);
        followSupply(run);
    }

    @Override
    public final void stop() {
        unit().ifPresent(Unit::pause);
        end();
        unit = null;
    }

    @Override
    public final void sessionChanged(Session session) {
        unit().ifPresent(run -> run.programming(session == Session.PROGRAMMING));
    }

    @Override
    public Nrc veto(Intrusion intrusion) {
        return unit().map(run -> veto(run, intrusion)).orElse(Nrc.POSITIVE);
    }

    final Plant plant() {
        return wiring.plant();
    }

    final Backbone backbone() {
        return wiring.backbone();
    }

    final Optional<Unit> unit() {
        return Optional.ofNullable(unit);
    }

    /** The last value of a signal of another control unit; 0 until one is heard. */
    final double heard(String signal) {
        return unit().map(run -> run.inbox().value(signal, 0)).orElse(0.0);
    }

    private void followSupply(Unit run) {
        if (plant().power().awake()) {
            run.run();
        } else {
            run.pause();
        }
    }

    private Nrc veto(Unit run, Intrusion intrusion) {
        Nrc verdict = interlock(run, intrusion);
        if (verdict == Nrc.POSITIVE) {
            announce(run, intrusion);
        }
        return verdict;
    }

    private Nrc interlock(Unit run, Intrusion intrusion) {
        if (intrusion == Intrusion.PROGRAMMING && run.context().volts() < PROGRAMMING_VOLTS) {
            return Nrc.VOLTAGE_TOO_LOW;
        }
        return safety || intrusion == Intrusion.PROGRAMMING ? Interlock.standing(run) : Nrc.POSITIVE;
    }

    private static void announce(Unit run, Intrusion intrusion) {
        switch (intrusion) {
            case RESET -> run.announce(LifeSign.RESTARTING);
            case PROGRAMMING -> run.announce(LifeSign.PROGRAMMING);
            case CLEAR, CONTROL -> {}
        }
    }
}
