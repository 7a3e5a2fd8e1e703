package dev.underpin.report.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers messages into rows. A row takes further messages of its kind until its parties say something else to each other, or the
 * next step of the scenario begins; so a transfer of a thousand blocks is one row, whatever runs beside it.
 */
final class Bundler {
    private record Parties(String from, String to) {}

    private final List<Bundle> rows = new ArrayList<>();
    private final Map<Parties, Bundle> talking = new LinkedHashMap<>();
    private final Map<String, Bundle> routines = new LinkedHashMap<>();

    void add(Message message) {
        switch (message.shape()) {
            case STEP -> heading(message);
            case FAULT, NOTE -> rows.add(new Bundle(message));
            case ROUTINE -> routine(message);
            case CALL, SHOWN -> talk(message);
        }
    }

    List<Bundle> rows() {
        return rows;
    }

    private void heading(Message message) {
        talking.clear();
        routines.clear();
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

    private void talk(Message message) {
        Parties parties = new Parties(message.from(), message.to());
        Bundle open = talking.get(parties);
        if (open != null && open.first().text().equals(message.text())) {
            open.add(message);
        } else {
            talking.put(parties, row(message));
        }
    }

    private Bundle row(Message message) {
        Bundle bundle = new Bundle(message);
        rows.add(bundle);
        return bundle;
    }
}
