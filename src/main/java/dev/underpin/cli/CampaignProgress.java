package dev.underpin.cli;

import dev.underpin.campaign.Engine;
import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.store.Header;
import dev.underpin.judge.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a campaign to the person at the terminal: each run that did not pass, and every few seconds how far it is. */
final class CampaignProgress implements Engine.Progress {
    private static final double EVERY_SECONDS = 5;
    private static final int MOST_TOLD = 40;

    private final PrintWriter out;
    private double told;
    private int failed;

    CampaignProgress(PrintWriter out) {
        this.out = out;
    }

    void begins(int runs, Header header, int known) {
        out.printf("%d runs, shard %d/%d; %d have a result already%n", runs, header.shard(), header.shards(), known);
        out.flush();
    }

    @Override
    public void ended(RunResult result, int done, int of, int own, double seconds) {
        if (result.verdict().compareTo(Verdict.PASS) > 0) {
            failed++;
            if (failed <= MOST_TOLD) {
                out.printf(
                        "run %d: %s %s%n",
                        result.index(),
                        result.verdict(),
                        result.broken().getFirst().promise());
            }
        }
        if (seconds >= told + EVERY_SECONDS || done == of) {
            told = seconds;
            double rate = own / seconds;
            out.printf(
                    Locale.ROOT,
                    "%d/%d runs, %.1f/s, %s left, %d not passed%n",
                    done,
                    of,
                    rate,
                    left((of - done) / rate),
                    failed);
            out.flush();
        }
    }

    private static String left(double seconds) {
        return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
    }
}
