package dev.underpin.vehicle.ecu.boot;

/**
 * What the boot loader remembers between two resets.
 *
 * @param slot index of the slot that is to start
 * @param phase how far that slot is trusted
 * @param valid one bit per slot: its image was checked after it was written
 * @param floor the highest release counter ever confirmed; older images are refused
 */
record BootState(int slot, Phase phase, int valid, long floor) {
    /** How far a slot is trusted. */
    enum Phase {
        /** It has proved itself. */
        CONFIRMED(0),
        /** It is to start for the first time. */
        ARMED(1),
        /** It was started for the first time and has not been confirmed. */
        TRYING(2);

        private final int code;

        Phase(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Phase of(int code) {
            return switch (code) {
                case 1 -> ARMED;
                case 2 -> TRYING;
                default -> CONFIRMED;
            };
        }
    }

    boolean isValid(int index) {
        return (valid & 1 << index) != 0;
    }

    BootState starting(int index, Phase newPhase) {
        return new BootState(index, newPhase, valid, floor);
    }

    BootState validated(int index, boolean isValid) {
        int bit = 1 << index;
        return new BootState(slot, phase, isValid ? valid | bit : valid & ~bit, floor);
    }

    BootState confirmed(long releaseCounter) {
        return new BootState(slot, Phase.CONFIRMED, valid, Math.max(floor, releaseCounter));
    }
}
