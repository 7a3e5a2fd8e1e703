package dev.underpin.rig.health;

import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchAround;
import dev.underpin.time.Await;

/** A bench that can be taken from its scenario at each wait, and that is left safe when the scenario is over. */
record WatchedBench(Bench bench, RigWatch run) implements BenchAround {
    @Override
    public Await await() {
        return new EndableAwait(bench.await(), run::proceed);
    }

    @Override
    public void close() {
        try (bench) {
            run.leave(bench);
        }
    }
}
