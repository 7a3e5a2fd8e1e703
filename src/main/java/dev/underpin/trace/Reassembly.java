package dev.underpin.trace;

import dev.underpin.can.log.LoggedFrame;
import dev.underpin.isotp.IsoTpSniffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the messages under each identifier of each channel together, by a passive listener of its own. */
final class Reassembly {
    private final Map<String, Map<Integer, IsoTpSniffer>> sniffers = new HashMap<>();
    private byte @Nullable [] completed;

    /** The message that {@code logged} completes, which is not empty. */
    Optional<byte[]> frame(LoggedFrame logged) {
        completed = null;
        sniffers.computeIfAbsent(logged.channel(), channel -> new HashMap<>())
                .computeIfAbsent(logged.frame().id(), id -> new IsoTpSniffer(id, (at, message) -> completed = message))
                .frame(logged.atNanos(), logged.frame());
        return Optional.ofNullable(completed);
    }
}
