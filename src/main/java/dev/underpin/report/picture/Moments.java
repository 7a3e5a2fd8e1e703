package dev.underpin.report.picture;

import dev.underpin.time.Nanos;
import java.util.Locale;

/** Vehicle time as people read it. */
public final class Moments {
    private Moments() {}

    /** Minutes, seconds and milliseconds, with hours from the first hour on: {@code 3:07.250}, {@code 1:03:07.250}. */
    public static String clock(long nanos) {
        long hours = nanos / Nanos.HOUR;
        long minutes = nanos % Nanos.HOUR / Nanos.MINUTE;
        double seconds = Nanos.toSeconds(nanos % Nanos.MINUTE - nanos % Nanos.MILLISECOND);
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%06.3f", hours, minutes, seconds)
                : String.format(Locale.ROOT, "%d:%06.3f", minutes, seconds);
    }
}
