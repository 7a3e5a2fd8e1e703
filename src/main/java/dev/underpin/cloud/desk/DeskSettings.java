package dev.underpin.cloud.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Limits and staff of the support desk.
 *
 * @param phone number that users call
 * @param place where service appointments are
 * @param roster who is on duty
 * @param tokenLife how long a session token is good
 * @param connectWindow how long a requested session waits for the vehicle, and a connecting one for its data
 * @param silence how long an active session may hear nothing before it counts as suspended
 * @param suspendWindow how long a suspended session waits for the vehicle
 * @param grace how long after a close by the desk the vehicle may still fetch the outcome
 * @param settle how long after a clear a read-out must come to show that a code does not return
 * @param repeatReport how long an unacknowledged report waits before the vehicle is told again
 */
public record DeskSettings(
        String phone,
        String place,
        List<Technician> roster,
        Duration tokenLife,
        Duration connectWindow,
        Duration silence,
        Duration suspendWindow,
        Duration grace,
        Duration settle,
        Duration repeatReport) {
    public DeskSettings {
        roster = List.copyOf(roster);
    }

    /** The desk of every rig: Alise and Edgars on duty, who may only read and guide; tokens for half an hour. */
    public static DeskSettings standard() {
        return new DeskSettings(
                "+371 6700 0000",
                "Service centre Riga",
                List.of(new Technician("Alise", 2), new Technician("Edgars", 1)),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofMinutes(2),
                Duration.ofSeconds(2),
                Duration.ofMinutes(5));
    }

    public DeskSettings withRoster(List<Technician> other) {
        return new DeskSettings(
                phone, place, other, tokenLife, connectWindow, silence, suspendWindow, grace, settle, repeatReport);
    }

    Optional<Technician> technician(String name) {
        return roster.stream()
                .filter(technician -> technician.name().equals(name))
                .findFirst();
    }

    /** Who answers first. */
    Technician first() {
        return roster.getFirst();
    }
}
