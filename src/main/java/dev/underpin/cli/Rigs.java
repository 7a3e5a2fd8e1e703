package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.bench.BenchMedia;
import dev.underpin.rig.virtual.VirtualRig;
import java.nio.file.Path;

/** From a rig file to its benches. */
final class Rigs {
    private Rigs() {}

    /**
     * The benches of a rig.
     *
     * @param file where {@code rig} was read from
     * @param images where generated software images are kept between runs
     */
    static VirtualRig benches(RigFile rig, Path file, long seed, Path images) {
        VirtualRig simulated = new VirtualRig(rig, file, seed, images);
        return rig.tier().equals("bench") ? simulated.on(new BenchMedia()) : simulated;
    }
}
