package dev.underpin.tester;

import dev.underpin.time.Nanos;
import dev.underpin.uds.UdsNames;
import dev.underpin.uds.client.ExchangeReport;
import dev.underpin.uds.client.UdsError;
import dev.underpin.uds.client.Unmatched;
import java.util.HexFormat;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How an operation is done: prepared, run, and told with its times and with what answered nothing. */
public final class Conduct {
    private static final int LISTED = 200;
    private static final int CLIPPED = 32;
    private static final int SAID = 10;
    private static final int SERVICES_SAID = 12;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Conduct() {}

    /** Runs {@code operation} and tells what came of it. */
    public static void run(
            Operation operation, Tester tester, @Nullable Integer session, boolean unlock, Findings findings) {
        ObjectNode target = findings.document().putObject("target");
        target.put("ecu", tester.subject().name());
        target.put("line", tester.line().name());
        target.put("address", tester.subject().address().toString());
        findings.document().put("operation", operation.name());
        findings.say(
                "# %s on %s, %s",
                tester.subject().name(), tester.line().name(), tester.subject().address());
        try {
            tester.prepare(session, unlock);
            operation.run(tester, findings);
        } catch (UdsError error) {
            findings.say("%s", Findings.words(error));
            findings.failed(findings.document(), error);
        }
        tell(tester, findings);
        tester.close();
    }

    private static void tell(Tester tester, Findings findings) {
        times(tester, findings);
        tester.exchanges().stream().limit(LISTED).forEach(report -> describe(findings.add("exchanges"), report));
        int left = Math.max(0, tester.exchanges().size() - LISTED);
        if (left > 0) {
            findings.document().put("exchangesLeftOut", left);
        }
        findings.list("unmatched");
        tester.unmatched().stream().limit(LISTED).forEach(it -> describe(findings.add("unmatched"), it));
        tester.unmatched().stream()
                .limit(SAID)
                .forEach(it -> findings.say(
                        "# not believed: %s at %.3f s, %s",
                        clipped(it.message()),
                        Nanos.toSeconds(it.at()),
                        it.reason().text()));
        if (tester.unmatched().size() > SAID) {
            findings.say(
                    "# not believed in all: %d messages", tester.unmatched().size());
        }
    }

    /** Reaction times by service: from the last byte of the request to the first reaction. */
    private static void times(Tester tester, Findings findings) {
        Map<Integer, LongSummaryStatistics> services = new TreeMap<>();
        tester.exchanges().stream()
                .filter(report -> report.reaction() != ExchangeReport.NEVER)
                .forEach(report -> services.computeIfAbsent(
                                report.request()[0] & 0xFF, sid -> new LongSummaryStatistics())
                        .accept(report.reaction()));
        LongSummaryStatistics all = new LongSummaryStatistics();
        services.values().forEach(all::combine);
        if (services.size() > SERVICES_SAID) {
            say("%d services".formatted(services.size()), all, findings);
        }
        services.forEach((sid, times) -> {
            if (services.size() <= SERVICES_SAID) {
                say("%02X %s".formatted(sid, UdsNames.service(sid)), times, findings);
            }
            findings.add("times")
                    .put("sid", "%02X".formatted(sid))
                    .put("service", UdsNames.service(sid))
                    .put("answered", times.getCount())
                    .put("leastMs", Tester.millis(times.getMin()))
                    .put("meanMs", Tester.millis(Math.round(times.getAverage())))
                    .put("mostMs", Tester.millis(times.getMax()));
        });
    }

    private static void say(String what, LongSummaryStatistics times, Findings findings) {
        findings.say(
                "# %s: %d answered, first reaction after %.3f / %.3f / %.3f ms (least, mean, most)",
                what,
                times.getCount(),
                Tester.millis(times.getMin()),
                Tester.millis(Math.round(times.getAverage())),
                Tester.millis(times.getMax()));
    }

    private static void describe(ObjectNode json, ExchangeReport report) {
        json.put("request", clipped(report.request()));
        UdsError error = report.error();
        if (error == null) {
            json.put("answer", clipped(report.answer()));
        } else {
            json.put("error", error.getMessage());
        }
        json.put("atSeconds", Nanos.toSeconds(report.asked()));
        span(json, "sendingMs", report.begun(), report.sent());
        span(json, "reactionMs", report.sent(), report.reacted());
        span(json, "wholeMs", report.begun(), report.ended());
        json.put("pendings", report.pendings()).put("busy", report.busies()).put("repeats", report.repeats());
    }

    private static void span(ObjectNode json, String name, long from, long until) {
        if (from != ExchangeReport.NEVER && until != ExchangeReport.NEVER) {
            json.put(name, Tester.millis(until - from));
        }
    }

    private static void describe(ObjectNode json, Unmatched unmatched) {
        json.put("message", clipped(unmatched.message()))
                .put("atSeconds", Nanos.toSeconds(unmatched.at()))
                .put(
                        "reason",
                        unmatched
                                .reason()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'));
    }

    private static String clipped(byte[] message) {
        return message.length <= CLIPPED
                ? HEX.formatHex(message)
                : HEX.formatHex(message, 0, CLIPPED) + "+" + (message.length - CLIPPED);
    }
}
