package dev.underpin.vehicle.ecu;

import dev.underpin.vehicle.ecu.boot.BootLoader.Running;
import dev.underpin.vehicle.ecu.flash.ImageHeader;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which software a control unit runs: the table's word without flash, the image's own word with it. */
final class Software {
    private final EcuSpec spec;
    private @Nullable Running running;

    Software(EcuSpec spec) {
        this.spec = spec;
    }

    /** The boot loader has decided. */
    void decided(Running now) {
        running = now;
    }

    /** The application gave way to the boot loader. */
    void none() {
        running = null;
    }

    /** The version that runs; empty if only the boot loader does. */
    String version() {
        if (spec.flash().isEmpty()) {
            return spec.version();
        }
        return header().map(ImageHeader::version).orElse("");
    }

    /** The hash of the image that runs; empty if none does. */
    String sha256() {
        return application().map(now -> now.inspection().sha256()).orElse("");
    }

    /** What the image that runs says of itself. */
    Optional<ImageHeader> header() {
        return application().flatMap(now -> now.inspection().header());
    }

    /** What an outside listener is told of this boot. */
    BootListener.Boot boot(boolean application) {
        String from = application ? "application" : "bootloader";
        Running now = running;
        if (now == null) {
            return new BootListener.Boot(spec.name(), from, "", version(), "", true);
        }
        String version = now.inspection().header().map(ImageHeader::version).orElse("");
        return new BootListener.Boot(
                spec.name(),
                from,
                now.slot(),
                version,
                now.inspection().sha256(),
                now.inspection().genuine());
    }

    private Optional<Running> application() {
        return Optional.ofNullable(running).filter(Running::application);
    }
}
