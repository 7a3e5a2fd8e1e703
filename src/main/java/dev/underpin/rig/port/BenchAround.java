package dev.underpin.rig.port;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Injector;
import dev.underpin.history.History;
import dev.underpin.time.Await;
import dev.underpin.time.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A bench around another one, whose parts are the other's unless it has its own. It closes the other. */
public interface BenchAround extends Bench {
    /** The bench inside. */
    Bench bench();

    @Override
    default Driver driver() {
        return bench().driver();
    }

    @Override
    default Technician technician() {
        return bench().technician();
    }

    @Override
    default Surroundings surroundings() {
        return bench().surroundings();
    }

    @Override
    default Manufacturer manufacturer() {
        return bench().manufacturer();
    }

    @Override
    default Workshop workshop() {
        return bench().workshop();
    }

    @Override
    default Injector faults() {
        return bench().faults();
    }

    @Override
    default Await await() {
        return bench().await();
    }

    @Override
    default Calendar calendar() {
        return bench().calendar();
    }

    @Override
    default History history() {
        return bench().history();
    }

    @Override
    default Optional<String> lacks(String capability) {
        return bench().lacks(capability);
    }

    @Override
    default List<String> outOfReach(Supplier<List<Fault>> ahead) {
        return bench().outOfReach(ahead);
    }

    @Override
    default Health health() {
        return bench().health();
    }

    @Override
    default void sumUp() {
        bench().sumUp();
    }

    @Override
    default void close() {
        bench().close();
    }
}
