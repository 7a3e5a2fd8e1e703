package dev.underpin.rig.lease;

import dev.underpin.rig.RigFile;
import java.nio.file.Path;

/**
 * Where the lease of a bench lies: a file named after the rig, by default in {@code underpin-leases} below the folder of this machine
 * for temporary files. Not beside the rig file: two users of one bench have two copies of the project. Rig files of one bench carry one
 * name ({@code rig:}); a service with a private {@code /tmp} names a folder in the rig file ({@code lease.folder}).
 */
public final class LeasePlace {
    private LeasePlace() {}

    /** The lease file of a rig; a relative {@code lease.folder} is meant from the rig file's folder. */
    public static Path of(RigFile rig, Path rigFile) {
        Path folder = rig.lease() == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "underpin-leases")
                : rigFile.resolveSibling(rig.lease().folder());
        return folder.resolve(rig.name() + ".json");
    }
}
