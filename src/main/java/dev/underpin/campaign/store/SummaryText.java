package dev.underpin.campaign.store;

import java.util.Locale;
import java.util.Map;

/** A summary for people: plain text, and a page that holds it. */
public final class SummaryText {
    private SummaryText() {}

    /** The summary as text, a line each. */
    public static String of(Summary summary) {
        StringBuilder text = new StringBuilder();
        Header header = summary.header();
        line(
                text,
                "Campaign %s, seed %d, shard %d/%d",
                header.campaign(),
                header.seed(),
                header.shard(),
                header.shards());
        line(text, "%d of %d runs have a result", summary.played(), header.runs());
        line(text, "");
        summary.verdicts().forEach((verdict, count) -> line(text, "%8d %s", count, verdict));
        line(text, "");
        line(text, "How the flows ended");
        summary.ends().forEach((end, count) -> line(text, "%8d %s", count, end));
        line(text, "");
        line(text, "What broke (distinct: %d)", summary.failures().size());
        for (Failure failure : summary.failures()) {
            line(
                    text,
                    "%8d %s: %s; first run %d",
                    failure.runs().size(),
                    failure.verdict(),
                    failure.what(),
                    failure.runs().getFirst());
        }
        line(text, "");
        line(text, "Faults and the phases that they met");
        summary.coverage().forEach((kind, phases) -> line(text, "    %s: %s", kind, counts(phases)));
        line(text, "");
        line(text, "Slowest runs, vehicle seconds");
        summary.slowest().forEach(slow -> line(text, "%8d %.1f", slow.run(), slow.vehicleSeconds()));
        line(text, "");
        Summary.Checks checks = summary.checks();
        line(text, "Played twice: %d, with another history: %s", checks.repeated(), checks.differed());
        line(
                text,
                "The vehicle that lies was %s",
                checks.canaryCaught() ? "caught" : "NOT caught: nothing here can be believed");
        return text.toString();
    }

    /** The summary as a page without anything from elsewhere. */
    static String page(Summary summary) {
        String text = of(summary).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Campaign %s</title></head>
                <body><h1>%s</h1><pre>%s</pre></body></html>
                """.formatted(summary.header().campaign(), summary.verdict(), text);
    }

    private static String counts(Map<String, Integer> phases) {
        return String.join(
                ", ",
                phases.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not on the class path
    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
