package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.trust.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service centre's diary: three slots on each working day from tomorrow on, in UTC; one appointment for a session. */
final class AppointmentBook {
    private static final List<LocalTime> HOURS = List.of(LocalTime.of(9, 0), LocalTime.of(11, 0), LocalTime.of(14, 0));
    private static final int DAYS = 5;

    private final Map<Instant, Appointment> taken = new LinkedHashMap<>();

    /** The free slots of the next five working days after {@code now}. */
    List<Instant> free(Instant now) {
        List<Instant> slots = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int days = 0; days < DAYS; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                LocalDate open = day;
                HOURS.forEach(hour -> slots.add(open.atTime(hour).toInstant(ZoneOffset.UTC)));
                days++;
            }
        }
        slots.removeAll(taken.keySet());
        return slots;
    }

    /**
     * The slot to take: {@code wished} if it is free, else the first free one when none is wished.
     *
     * @throws ApiError 409 {@code slot-taken} with the free ones
     */
    Instant choose(Optional<Instant> wished, Instant now) {
        List<Instant> free = free(now);
        if (wished.isEmpty()) {
            return free.getFirst();
        }
        if (!free.contains(wished.get())) {
            throw new ApiError(409, "slot-taken", "no free slot at " + wished.get())
                    .with(
                            "alternatives",
                            Json.array(free.stream().map(Instant::toString).toList()));
        }
        return wished.get();
    }

    /** Enters {@code appointment}, in place of the one that the session had. */
    void enter(Appointment appointment) {
        taken.values().removeIf(other -> other.sessionId().equals(appointment.sessionId()));
        taken.put(appointment.start(), appointment);
    }
}
