package dev.underpin.rig.bench;

import dev.underpin.can.socketcan.LinkSettings;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.rig.virtual.Media;
import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;

/**
 * The media of a bench: those that its rig file names, at the pace that it names. The set-up of the interfaces is checked before the first
 * world. One world at a time.
 */
public final class BenchMedia implements Media.Source {
    private boolean checked;

    @Override
    public Media open(RigFile file, VirtualScheduler scheduler, Entropy entropy, Pen pen) {
        if (!checked) {
            check(file);
            checked = true;
        }
        return file.byTheWall()
                ? WallMedia.open(file, scheduler, entropy, pen)
                : SteppedMedia.open(file, scheduler, entropy, pen);
    }

    private static void check(RigFile file) {
        try {
            for (RigFile.Bus bus : file.buses().values()) {
                for (String name : bus.interfaces()) {
                    LinkSettings.require(name, bus.timing());
                }
            }
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (IOException broken) {
            throw RigErrors.of(broken);
        }
    }
}
