package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Calendar;
import dev.underpin.uds.Sid;
import dev.underpin.uds.client.ExchangeReport;
import dev.underpin.uds.client.Unmatched;
import dev.underpin.vehicle.telematics.EcuAccess;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When each control unit was last heard, and which of its values were told twice and differently: then somebody else speaks in its name,
 * and which of the two to believe cannot be told.
 */
final class Hearing {
    private static final int SHORTEST = 3;

    private record Value(String ecu, int did) {}

    private final Calendar calendar;
    private final Map<String, Instant> heard = new HashMap<>();
    private final Map<Value, byte[]> believed = new HashMap<>();
    private final Set<Value> contradicted = new HashSet<>();

    /** Listens to the testers of all control units from now on. */
    Hearing(EcuAccess access, Calendar calendar) {
        this.calendar = calendar;
        for (String ecu : access.ecus()) {
            access.client(ecu).onExchange(report -> over(ecu, report));
            access.client(ecu).onUnmatched(message -> unmatched(ecu, message));
        }
    }

    /** When a control unit last said something. */
    Optional<Instant> lastHeard(String ecu) {
        return Optional.ofNullable(heard.get(ecu));
    }

    /** Whether the value of a data identifier was told differently since {@link #forget()}. */
    boolean contradicted(String ecu, int did) {
        return contradicted.contains(new Value(ecu, did));
    }

    /** Begins anew with what is believed. */
    void forget() {
        believed.clear();
        contradicted.clear();
    }

    private void over(String ecu, ExchangeReport report) {
        if (report.reacted() != ExchangeReport.NEVER) {
            heard.put(ecu, calendar.utc());
        }
        did(report.answer()).ifPresent(did -> believed.put(new Value(ecu, did), report.answer()));
    }

    private void unmatched(String ecu, Unmatched unmatched) {
        did(unmatched.message())
                .map(did -> new Value(ecu, did))
                .filter(value ->
                        believed.containsKey(value) && !Arrays.equals(believed.get(value), unmatched.message()))
                .ifPresent(contradicted::add);
    }

    private static Optional<Integer> did(byte[] answer) {
        return answer.length >= SHORTEST && (answer[0] & 0xFF) == Sid.READ_DATA + Sid.POSITIVE_OFFSET
                ? Optional.of(ByteBuffer.wrap(answer).getShort(1) & 0xFFFF)
                : Optional.empty();
    }
}
