package dev.underpin.rig.health;

import dev.underpin.fault.Injector;
import dev.underpin.history.History;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Driver;
import dev.underpin.rig.port.Health;
import dev.underpin.rig.port.Manufacturer;
import dev.underpin.rig.port.Surroundings;
import dev.underpin.rig.port.Technician;
import dev.underpin.rig.port.Workshop;
import dev.underpin.time.Await;
import dev.underpin.time.Calendar;
import java.util.Set;

/** A bench with another health. */
record BenchWith(Bench bench, Health health) implements Bench {
    @Override
    public Driver driver() {
        return bench.driver();
    }

    @Override
    public Technician technician() {
        return bench.technician();
    }

    @Override
    public Surroundings surroundings() {
        return bench.surroundings();
    }

    @Override
    public Manufacturer manufacturer() {
        return bench.manufacturer();
    }

    @Override
    public Workshop workshop() {
        return bench.workshop();
    }

    @Override
    public Injector faults() {
        return bench.faults();
    }

    @Override
    public Await await() {
        return bench.await();
    }

    @Override
    public Calendar calendar() {
        return bench.calendar();
    }

    @Override
    public History history() {
        return bench.history();
    }

    @Override
    public Set<String> capabilities() {
        return bench.capabilities();
    }

    @Override
    public void sumUp() {
        bench.sumUp();
    }

    @Override
    public void close() {
        bench.close();
    }
}
