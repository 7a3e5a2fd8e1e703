package dev.underpin.session;

import dev.underpin.can.BusTiming;
import dev.underpin.evidence.ScenarioRecord;
import dev.underpin.history.Digest;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Verdict;
import dev.underpin.report.Attachment;
import dev.underpin.report.BusExcerpt;
import dev.underpin.report.Jitter;
import dev.underpin.report.MediumExcerpt;
import dev.underpin.report.StepTimes;
import dev.underpin.report.picture.LoadPlot;
import dev.underpin.report.picture.ProgressPlot;
import dev.underpin.report.picture.SequenceDiagram;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the report keeps of a scenario's record, once the record itself is on disk and can be let go. */
record Deposit(
        String digest,
        double vehicleSeconds,
        Optional<Jitter> jitter,
        Map<String, Verdict> judged,
        StepTimes stepTimes,
        List<Attachment> attachments) {

    static Deposit of(ScenarioRecord record, String title, Map<String, BusTiming> buses) {
        History history = record.history();
        return new Deposit(
                Digest.of(history),
                Nanos.toSeconds(record.vehicleNanos()),
                Jitter.of(history),
                judged(history),
                new StepTimes(history, record.vehicleNanos()),
                attachments(history, title, buses));
    }

    /** The same without what only a report shows: no digest, no pictures. */
    static Deposit ofVerdicts(ScenarioRecord record) {
        History history = record.history();
        return new Deposit(
                "",
                Nanos.toSeconds(record.vehicleNanos()),
                Jitter.of(history),
                judged(history),
                new StepTimes(history, record.vehicleNanos()),
                List.of());
    }

    /** The same with one attachment more. */
    Deposit with(Attachment more) {
        List<Attachment> all = new ArrayList<>(attachments);
        all.add(more);
        return new Deposit(digest, vehicleSeconds, jitter, judged, stepTimes, all);
    }

    private static Map<String, Verdict> judged(History history) {
        Map<String, Verdict> judged = new LinkedHashMap<>();
        for (Entry entry : history.of(Kind.VERDICT)) {
            Verdict told = Verdict.labelled(entry.text("verdict"));
            judged.merge(entry.text("clause"), told, (one, other) -> Verdict.worst(List.of(one, other)));
        }
        return judged;
    }

    private static List<Attachment> attachments(History history, String title, Map<String, BusTiming> buses) {
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(Attachment.svg("Sequence of the scenario", SequenceDiagram.of(history, title)));
        ProgressPlot.of(history, title)
                .ifPresent(plot -> attachments.add(Attachment.svg("Progress of the update", plot)));
        history.buses()
                .forEach(log -> LoadPlot.of(log, buses.get(log.bus()))
                        .ifPresent(plot -> attachments.add(Attachment.svg("Load of the bus " + log.bus(), plot))));
        MediumExcerpt.of(history).ifPresent(text -> attachments.add(Attachment.text("Time and media", text)));
        String excerpt = BusExcerpt.of(history);
        if (!excerpt.isEmpty()) {
            attachments.add(Attachment.text("Bus: first and last diagnostics", excerpt));
        }
        return attachments;
    }
}
