package dev.underpin.trace;

import dev.underpin.can.statistics.LoadCurve;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.Locale;

/** A load over time as bars of text. */
final class BarPlot {
    private static final int COLUMNS = 80;
    private static final int ROWS = 6;
    /** Empty to full in eight steps. */
    static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private static final String ASCII = " ....####";
    private static final double[] TOPS = {0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1};

    private final String levels;

    BarPlot(boolean blocks) {
        levels = blocks ? BLOCKS : ASCII;
    }

    String of(LoadCurve curve) {
        double[] loads = curve.resampled(COLUMNS, curve.span());
        double top = top(Arrays.stream(loads).max().orElse(0));
        StringBuilder text = new StringBuilder();
        for (int row = ROWS - 1; row >= 0; row--) {
            text.append(row == ROWS - 1 ? "%5s %% |".formatted(Numbers.text(100 * top)) : "        |");
            StringBuilder bars = new StringBuilder();
            for (double load : loads) {
                double filled = load / top * ROWS - row;
                bars.append(levels.charAt((int) Math.round(8 * Math.clamp(filled, 0, 1))));
            }
            text.append(bars.toString().stripTrailing()).append('\n');
        }
        String end = String.format(Locale.ROOT, "%.3f s", curve.span() / (double) Nanos.SECOND);
        text.append("    0 % +").append("-".repeat(COLUMNS)).append('\n');
        text.append("         0 s")
                .append(" ".repeat(COLUMNS - 3 - end.length()))
                .append(end)
                .append('\n');
        return text.toString();
    }

    /** The next round share that is not less. */
    private static double top(double most) {
        return Arrays.stream(TOPS).filter(top -> top >= most).findFirst().orElse(Math.ceil(most));
    }
}
