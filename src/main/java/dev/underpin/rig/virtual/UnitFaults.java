package dev.underpin.rig.virtual;

import dev.underpin.fault.EcuFault;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.TelematicsUnit;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.ecu.BootListener;
import dev.underpin.vehicle.ecu.Ecu;
import dev.underpin.vehicle.telematics.update.ImageStore;
import dev.underpin.vehicle.telematics.update.Journal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Resets control units, lets their software be slow, dead or restless after a start, alters images in the store, and puts the clock wrong. */
final class UnitFaults {
    private static final long DIP = 10 * Nanos.MILLISECOND;
    private static final long LIFE = 500 * Nanos.MILLISECOND;
    private static final long KIBIBYTE = 1024;
    private static final int FLOODS_PER_SECOND = 10;
    private static final String LINE = "navd: tile cache miss, asking again; ".repeat(3);

    private final Scheduler scheduler;
    private final SupplyFaults supplies;
    private final BusFaults wires;
    private final VehicleClock clock;
    private final ImageStore images;
    private final TelematicsUnit telematics;
    private final BiFunction<String, String, byte[]> released;
    private final Map<String, Long> slow = new HashMap<>();
    private final Map<String, String> runs = new HashMap<>();
    private final Map<String, String> loops = new HashMap<>();
    private final Map<String, String> hangs = new HashMap<>();
    private final Map<String, Runnable> hung = new HashMap<>();

    /** @param released the image of a release for a control unit */
    UnitFaults(
            Scheduler scheduler,
            Vehicle vehicle,
            SupplyFaults supplies,
            BusFaults wires,
            VehicleClock clock,
            BiFunction<String, String, byte[]> released) {
        this.released = released;
        this.scheduler = scheduler;
        this.supplies = supplies;
        this.wires = wires;
        this.clock = clock;
        this.telematics = vehicle.telematics();
        this.images = telematics.images();
        vehicle.ecus().forEach(this::watch);
    }

    Runnable begin(EcuFault fault) {
        return switch (fault) {
            case EcuFault.EcuReset it -> {
                reset(it.ecu());
                yield () -> {};
            }
            case EcuFault.ImageAltered it -> {
                alter(it.ecu(), it.alteration());
                yield () -> {};
            }
            case EcuFault.JournalNewer it -> {
                telematics.memory().journal().form(Journal.FORM + 1);
                reset("TCU");
                yield () -> {};
            }
            case EcuFault.LogFlood it -> flood(it.linesPerSecond());
            case EcuFault.KeysLocked it -> {
                telematics.identity().lock(true);
                yield () -> telematics.identity().lock(false);
            }
            case EcuFault.NewSoftwareLoops it -> {
                loops.put(it.ecu(), running(it.ecu()));
                yield () -> loops.remove(it.ecu());
            }
            case EcuFault.NewSoftwareHangs it -> {
                hangs.put(it.ecu(), running(it.ecu()));
                yield () -> {
                    hangs.remove(it.ecu());
                    wake(it.ecu());
                };
            }
            case EcuFault.EcuSlowBoot it -> {
                slow.put(it.ecu(), it.millis() * Nanos.MILLISECOND);
                yield () -> slow.remove(it.ecu());
            }
            case EcuFault.ClockWrong it -> clock.wrong(it.seconds() * Nanos.SECOND);
            case EcuFault.StorageFull it -> full(it.kibibytes() * KIBIBYTE);
            case EcuFault.ClockDrift it -> clock.drifting(it.partsPerMillion());
        };
    }

    private Runnable full(long room) {
        long before = images.capacity();
        images.capacity(before - images.free() + room);
        return () -> images.capacity(before);
    }

    private void reset(String ecu) {
        scheduler.after(DIP, supplies.limit(List.of(ecu), 0));
    }

    private Runnable flood(int linesPerSecond) {
        Flood flood = new Flood(linesPerSecond / FLOODS_PER_SECOND);
        flood.write();
        return flood::end;
    }

    private String running(String ecu) {
        return runs.getOrDefault(ecu, "");
    }

    /** The cells of the store hold something else: as many bytes of it as there were. */
    private void alter(String ecu, EcuFault.Alteration how) {
        for (String name : images.names()) {
            if (name.contains("." + ecu + "-")) {
                byte[] cells = images.read(name);
                byte[] other = switch (how) {
                    case BIT -> inverted(cells);
                    case OLDER -> released.apply("older", ecu);
                    case OTHER_UNIT -> released.apply("inverter-patch", "INV");
                };
                System.arraycopy(other, 0, cells, 0, Math.min(other.length, cells.length));
            }
        }
    }

    private static byte[] inverted(byte[] cells) {
        byte[] copy = cells.clone();
        copy[copy.length / 2] ^= 1;
        return copy;
    }

    private void wake(String ecu) {
        Runnable opened = hung.remove(ecu);
        if (opened != null) {
            opened.run();
        }
    }

    private void started(BootListener.Boot boot) {
        String ecu = boot.ecu();
        runs.put(ecu, boot.sha256());
        wake(ecu);
        boolean application = boot.from().equals("application");
        if (application && hangs.containsKey(ecu) && !boot.sha256().equals(hangs.get(ecu))) {
            hung.put(ecu, wires.open(ecu));
        }
        if (application && loops.containsKey(ecu) && !boot.sha256().equals(loops.get(ecu))) {
            scheduler.after(LIFE, () -> reset(ecu));
        }
    }

    private void watch(Ecu ecu) {
        ecu.onBoot(this::started);
        ecu.onBoot(boot -> {
            Long nanos = slow.get(boot.ecu());
            if (nanos != null) {
                scheduler.after(nanos, wires.open(boot.ecu()));
            }
        });
    }

    private final class Flood {
        private final int lines;
        private final Alarm next = scheduler.alarm(this::write);

        Flood(int lines) {
            this.lines = lines;
        }

        void write() {
            for (int i = 0; i < lines; i++) {
                telematics.memory().journal().log().write(LINE);
            }
            next.in(Nanos.SECOND / FLOODS_PER_SECOND);
        }

        void end() {
            next.cancel();
        }
    }
}
