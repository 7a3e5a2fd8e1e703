package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.memory.Monitor;

/**
 * Watches the life signs of another control unit. Silence becomes a trouble code after 2.37 s standing and 5.37 s driving; a unit
 * that announced a reset or its programming is given half a minute, one that has not come up yet the time that it needs to start.
 */
final class Partner {
    private static final long STANDING = 2_370 * Nanos.MILLISECOND;
    private static final long DRIVING = 5_370 * Nanos.MILLISECOND;
    private static final long ANNOUNCED = 30 * Nanos.SECOND;

    private final Source source;
    private final Monitor monitor;
    private final long startUp;

    /**
     * A watch.
     *
     * @param startUp nanoseconds that the unit may need from ignition to its first life sign
     */
    Partner(Source source, Monitor monitor, long startUp) {
        this.source = source;
        this.monitor = monitor;
        this.startUp = startUp;
    }

    void look(long now, long monitoringSince, boolean driving) {
        long heard = source.heardAt();
        boolean sinceThen = heard != Inbox.NEVER && heard >= monitoringSince;
        long silent = now - (sinceThen ? heard : monitoringSince);
        if (silent > patience(sinceThen, driving)) {
            monitor.failed();
        } else if (sinceThen && silent < STANDING) {
            monitor.passed();
        }
    }

    private long patience(boolean heard, boolean driving) {
        if (source.announced()) {
            return ANNOUNCED;
        }
        long limit = driving ? DRIVING : STANDING;
        return heard ? limit : limit + startUp;
    }

    /** Where the life signs come from. */
    interface Source {
        /** When the last one came, or {@link Inbox#NEVER}. */
        long heardAt();

        /** Whether the last one announced silence. */
        boolean announced();
    }

    /** Life signs in a unit's alive frame. */
    static Source frame(Inbox inbox, String unit) {
        String alive = unit + "_Alive";
        String state = alive + ".State";
        return new Source() {
            @Override
            public long heardAt() {
                return inbox.heardAt(alive);
            }

            @Override
            public boolean announced() {
                return inbox.is(state, LifeSign.RESTARTING) || inbox.is(state, LifeSign.PROGRAMMING);
            }
        };
    }

    /** Life signs on the in-vehicle Ethernet. */
    static Source service(Backbone backbone, String unit) {
        return new Source() {
            @Override
            public long heardAt() {
                return backbone.lastBeat(unit);
            }

            @Override
            public boolean announced() {
                return false;
            }
        };
    }
}
