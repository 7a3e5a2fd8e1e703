package dev.underpin.rig.virtual;

import dev.underpin.fault.PeopleFault;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.plant.Controls;
import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.screen.TouchScreen;
import java.util.List;
import java.util.Map;

/** Lets people do what nobody has asked them for, with their own hands; and not do what they were asked. */
final class PeopleFaults {
    private static final List<String> REFUSALS = List.of("Cancel", "Later", "Don't Allow", "End Now");
    private static final long LOOK = Nanos.SECOND;
    private static final long SECOND_TOUCH = 150 * Nanos.MILLISECOND;
    private static final double CHARGER_KILOWATTS = 11;

    private final Scheduler scheduler;
    private final Plant plant;
    private final Map<String, TouchScreen> screens;
    private final Callers callers;
    private int absent;
    private int nervous;
    private int together;
    private int hammering;

    PeopleFaults(Scheduler scheduler, Plant plant, Map<String, TouchScreen> screens, Callers callers) {
        this.callers = callers;
        this.scheduler = scheduler;
        this.plant = plant;
        this.screens = screens;
    }

    Runnable begin(PeopleFault fault) {
        return switch (fault) {
            case PeopleFault.Cancels it -> cancelling();
            case PeopleFault.WalksAway it -> {
                controls().ignition(false);
                yield () -> controls().ignition(true);
            }
            case PeopleFault.DrivesOff it -> drivingOff(it.kilometresPerHour());
            case PeopleFault.NoAnswer it -> {
                absent++;
                yield () -> absent--;
            }
            case PeopleFault.DoublePress it -> {
                nervous++;
                yield () -> nervous--;
            }
            case PeopleFault.TwoPlaces it -> {
                together++;
                yield () -> together--;
            }
            case PeopleFault.Hammers it -> {
                hammering += it.times();
                yield () -> hammering -= it.times();
            }
            case PeopleFault.WithdrawsConsent it -> callers.withdraw();
            case PeopleFault.Trespasses it -> callers.trespass(it);
            case PeopleFault.Unplugs it -> {
                controls().unplug();
                yield () -> controls().plug(CHARGER_KILOWATTS);
            }
        };
    }

    /** What becomes of a press that somebody was to make; returns whether the screen took it. */
    boolean press(String screen, String button) {
        if (absent > 0) {
            return false;
        }
        boolean taken = screen(screen).touch(button);
        if (nervous > 0) {
            scheduler.after(SECOND_TOUCH, () -> screen(screen).touch(button));
        }
        for (int touch = 1; touch < hammering; touch++) {
            scheduler.after(touch * SECOND_TOUCH, () -> screen(screen).touch(button));
        }
        if (together > 0) {
            screens.values().stream()
                    .filter(other -> !other.name().equals(screen) && offers(other, button))
                    .toList()
                    .forEach(other -> other.touch(button));
        }
        return taken;
    }

    TouchScreen screen(String name) {
        TouchScreen screen = screens.get(name);
        if (screen == null) {
            throw new IllegalArgumentException("no screen %s, only %s".formatted(name, screens.keySet()));
        }
        return screen;
    }

    private Runnable cancelling() {
        Alarm[] look = new Alarm[1];
        look[0] = scheduler.alarm(() -> {
            refuse();
            look[0].in(LOOK);
        });
        look[0].in(0);
        return look[0]::cancel;
    }

    private void refuse() {
        for (String name : List.of("infotainment", "app")) {
            TouchScreen screen = screen(name);
            REFUSALS.stream()
                    .filter(button -> offers(screen, button))
                    .findFirst()
                    .ifPresent(screen::touch);
        }
    }

    private Runnable drivingOff(int kilometresPerHour) {
        if (controls().gear(Gear.D).granted()) {
            controls().drive(kilometresPerHour);
        }
        return () -> {
            controls().stop();
            park();
        };
    }

    private void park() {
        if (plant.motion().speed() > 0) {
            scheduler.after(LOOK, this::park);
        } else if (plant.motion().gear() != Gear.P) {
            controls().gear(Gear.P);
        }
    }

    private Controls controls() {
        return plant.controls();
    }

    private static boolean offers(TouchScreen screen, String button) {
        return screen.views().stream().anyMatch(view -> view.buttons().contains(button));
    }
}
