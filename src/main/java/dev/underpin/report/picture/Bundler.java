package dev.underpin.report.picture;

import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers messages into rows. A row takes further messages of its kind until its parties say something else to each other, or the
 * next step of the scenario begins; so a transfer of a thousand blocks is one row, whatever runs beside it. A question put to one
 * control unit after the other, and what happens at several at a time, is one row too.
 */
final class Bundler {
    private record Parties(String from, String to) {}

    private static final long TOGETHER = 5 * Nanos.SECOND;

    private final List<Bundle> rows = new ArrayList<>();
    private final Map<Parties, Bundle> talking = new LinkedHashMap<>();
    private final Map<String, Bundle> gathered = new LinkedHashMap<>();
    private final Map<String, Bundle> routines = new LinkedHashMap<>();

    void add(Message message) {
        switch (message.shape()) {
            case STEP -> heading(message);
            case FAULT -> row(message);
            case NOTE, SURVEY -> gather(message);
            case ROUTINE -> routine(message);
            case CALL, SHOWN -> talk(message);
            case ANSWER -> answer(message);
        }
    }

    List<Bundle> rows() {
        return rows;
    }

    private void heading(Message message) {
        talking.clear();
        routines.clear();
        gathered.clear();
        rows.add(new Bundle(message));
    }

    private void routine(Message message) {
        Bundle open = routines.get(message.from() + message.text());
        if (open == null) {
            routines.put(message.from() + message.text(), row(message));
        } else {
            open.add(message);
        }
    }

    private void gather(Message message) {
        Bundle open = gathered.get(message.text());
        if (open != null && message.at() - open.lastAt() <= TOGETHER) {
            open.add(message);
        } else {
            gathered.put(message.text(), row(message));
        }
    }

    private void talk(Message message) {
        Parties parties = new Parties(message.from(), message.to());
        Bundle open = talking.get(parties);
        if (open != null && open.first().text().equals(message.text())) {
            open.add(message);
        } else {
            talking.put(parties, row(message));
        }
    }

    private void answer(Message message) {
        Bundle asked = talking.get(new Parties(message.from(), message.to()));
        Bundle surveyed = gathered.get(message.text());
        if (asked != null && asked.first().text().startsWith(message.text())) {
            asked.answer(message);
        } else if (surveyed != null) {
            surveyed.answer(message);
        } else {
            row(message);
        }
    }

    private Bundle row(Message message) {
        Bundle bundle = new Bundle(message);
        rows.add(bundle);
        return bundle;
    }
}
