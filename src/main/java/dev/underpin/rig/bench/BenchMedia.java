package dev.underpin.rig.bench;

import dev.underpin.rig.RigFile;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.rig.virtual.Media;
import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualScheduler;

/** The media of a bench: those that its rig file names, at the pace that it names. One world at a time. */
public final class BenchMedia implements Media.Source {
    private final RigFile file;

    public BenchMedia(RigFile file) {
        this.file = file;
    }

    @Override
    public Media open(RigFile described, VirtualScheduler scheduler, Entropy entropy, Pen pen) {
        return file.byTheWall()
                ? WallMedia.open(file, scheduler, entropy, pen)
                : SteppedMedia.open(file, scheduler, entropy, pen);
    }
}
