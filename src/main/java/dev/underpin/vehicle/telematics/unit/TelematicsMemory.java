package dev.underpin.vehicle.telematics.unit;

import dev.underpin.vehicle.telematics.diagnostics.DiagnosticsMemory;
import dev.underpin.vehicle.telematics.update.ImageStore;
import dev.underpin.vehicle.telematics.update.Journal;
import dev.underpin.vehicle.telematics.update.RecoveryImages;

/** What the telematics unit remembers across a loss of power. Confined to the scheduler's thread. */
public final class TelematicsMemory {
    private final Journal journal = new Journal();
    private final RecoveryImages recovery = new RecoveryImages();
    private final DiagnosticsMemory diagnostics = new DiagnosticsMemory();
    private final ImageStore images;
    private long mailRead;

    /** @param storage bytes for downloaded images */
    public TelematicsMemory(long storage) {
        this.images = new ImageStore(storage);
    }

    public Journal journal() {
        return journal;
    }

    /** To be filled at the factory with the images of control units that have a single bank. */
    public RecoveryImages recovery() {
        return recovery;
    }

    public DiagnosticsMemory diagnostics() {
        return diagnostics;
    }

    public ImageStore images() {
        return images;
    }

    /** Begins anew what newer software has left in a form that this one cannot read; the mailbox is read once more. */
    void open() {
        if (!journal.readable()) {
            journal.beginAnew();
            images.clear();
            mailRead = 0;
        }
    }

    long mailRead() {
        return mailRead;
    }

    void mailRead(long number) {
        mailRead = number;
    }
}
