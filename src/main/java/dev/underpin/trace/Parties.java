package dev.underpin.trace;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.FrameId;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The diagnostic identifiers of the control units on each channel of a log. */
final class Parties {
    /** Functional requests with 11 bits (ISO 15765-4:2021, 10.3.3). */
    private static final int FUNCTIONAL_ID = 0x7DF;

    private final Vocabulary words;
    private final Map<String, Map<Integer, Party>> channels = new HashMap<>();

    Parties(Vocabulary words) {
        this.words = words;
    }

    /** Whose conversation {@code frame} is part of, on {@code channel}. */
    Optional<Party> of(String channel, CanFrame frame) {
        return frame.remote() ? Optional.empty() : of(channel, FrameId.of(frame));
    }

    /** Who is spoken to, or speaks, under {@code id} on {@code channel}. */
    Optional<Party> of(String channel, FrameId id) {
        return id.extended()
                ? Optional.empty()
                : Optional.ofNullable(
                        channels.computeIfAbsent(channel, this::on).get(id.value()));
    }

    private Map<Integer, Party> on(String channel) {
        Map<Integer, Party> parties = new HashMap<>();
        parties.put(FUNCTIONAL_ID, new Party(null, false));
        for (EcuSpec ecu : words.table().ecus().values()) {
            ecu.can()
                    .filter(address -> !address.bus().isEmpty() && words.holds(address.bus(), channel))
                    .ifPresent(address -> {
                        parties.put(address.request(), new Party(ecu, false));
                        parties.put(address.response(), new Party(ecu, true));
                    });
        }
        return parties;
    }
}
