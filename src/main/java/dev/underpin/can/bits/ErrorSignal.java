package dev.underpin.can.bits;

/**
 * The error or overload flag that a controller sends and what it sees behind it (ISO 11898-1:2015, 10.4.4 and 10.4.6): when the flag is
 * over, and which bits count eight in the error counter.
 */
final class ErrorSignal {
    private static final int FLAG = 6;
    private static final int TOLERATED = 8;

    private boolean sender;
    private boolean overload;
    private boolean unheard;
    private boolean dominantSeen;
    private int flagLevel;
    private int count;

    /** What one more bit of the flag, or behind it, means. */
    enum Outcome {
        ON,
        /** The flag has been sent. */
        OVER,
        /** The counter goes up by eight. */
        DISTURBED,
        /** Both. */
        OVER_AND_DISTURBED;

        boolean over() {
            return this == OVER || this == OVER_AND_DISTURBED;
        }

        boolean disturbed() {
            return this == DISTURBED || this == OVER_AND_DISTURBED;
        }
    }

    /**
     * @param sender whether the controller was the sender of the frame
     * @param unheard whether its frame was not acknowledged while it was error-passive: only a dominant bit in its flag makes that count
     */
    void error(boolean sender, boolean unheard) {
        this.sender = sender;
        this.unheard = unheard;
        overload = false;
        dominantSeen = false;
        flagLevel = -1;
        count = 0;
    }

    void overload(boolean sender) {
        error(sender, false);
        overload = true;
    }

    /** A bit of a dominant flag. */
    Outcome active(int level) {
        boolean over = ++count == FLAG;
        if (level == 1) {
            return over ? ended(true) : Outcome.DISTURBED;
        }
        return over ? ended(false) : Outcome.ON;
    }

    /** A bit of a recessive flag, which is over after six equal bits. */
    Outcome passive(int level) {
        dominantSeen |= level == 0;
        count = level == flagLevel ? count + 1 : 1;
        flagLevel = level;
        return count == FLAG ? ended(unheard && dominantSeen) : Outcome.ON;
    }

    private Outcome ended(boolean disturbed) {
        count = 0;
        return disturbed ? Outcome.OVER_AND_DISTURBED : Outcome.OVER;
    }

    /** A dominant bit behind the flag: the first one shows a receiver that it was the first to signal; each eight more count. */
    Outcome behind() {
        count++;
        boolean first = count == 1 && !sender && !overload;
        return first || count % TOLERATED == 0 ? Outcome.DISTURBED : Outcome.ON;
    }
}
