package dev.underpin.rig.port;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Injector;
import dev.underpin.history.History;
import dev.underpin.time.Await;
import dev.underpin.time.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A rig made ready for one scenario. Confined to the scenario's thread. */
public interface Bench extends AutoCloseable {
    /** The hands and eyes of the person in or beside the car. */
    Driver driver();

    /** The support desk's console. */
    Technician technician();

    /** What is around the car and set before or during a scenario. */
    Surroundings surroundings();

    /** What the manufacturer knows of the car's user, and releases. */
    Manufacturer manufacturer();

    /** A workshop's tester at the vehicle. */
    Workshop workshop();

    /** Faults to inject and to heal. */
    Injector faults();

    /** Waiting in vehicle time. */
    Await await();

    /** Vehicle time and civil time. */
    Calendar calendar();

    /** Everything observed so far. */
    History history();

    /** Why this rig cannot do what a {@code @needs-...} tag names, such as {@code bit-faults}; empty when it can. */
    Optional<String> lacks(String capability);

    /**
     * Why this rig cannot inject faults that are to come, for each that it cannot: kind, target and what it needs.
     *
     * @param ahead the faults; not asked for by a rig that reaches every target
     */
    List<String> outOfReach(Supplier<List<Fault>> ahead);

    /** How sound the bench itself is. */
    Health health();

    /** Writes into the history what is known of the rig itself at the scenario's end, such as how well it kept time. */
    void sumUp();

    /** Ends the scenario's world and frees what it holds. */
    @Override
    void close();
}
