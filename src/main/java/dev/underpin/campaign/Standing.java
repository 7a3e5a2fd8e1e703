package dev.underpin.campaign;

import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How things stand at a moment, told from the history: control units, screens, faults, the last frames. */
final class Standing {
    private static final int FRAMES = 8;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Standing() {}

    /** A line for each. */
    static List<String> at(History history, long now) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "At %.3f s", Nanos.toSeconds(now)));
        units(history).forEach((ecu, state) -> lines.add("  %-5s %s".formatted(ecu, state)));
        views(history)
                .forEach((screen, shown) -> lines.add("  %s shows %s".formatted(screen, String.join(", ", shown))));
        history.of(Kind.FAULT)
                .forEach(entry -> lines.add(String.format(
                        Locale.ROOT,
                        "  fault %s %s %s at %.3f s",
                        entry.text("fault"),
                        entry.text("target"),
                        entry.text("state"),
                        Nanos.toSeconds(entry.at()))));
        history.buses().forEach(bus -> frames(bus, lines));
        return lines;
    }

    private static Map<String, String> units(History history) {
        Map<String, String> units = new TreeMap<>();
        for (Entry entry : history.entries()) {
            switch (entry.kind()) {
                case BOOT ->
                    units.put(
                            entry.text("ecu"),
                            "%s %s %s%s"
                                    .formatted(
                                            entry.text("from"),
                                            entry.text("slot"),
                                            entry.text("version"),
                                            entry.flag("complete") ? "" : ", image not complete")
                                    .replace("  ", " "));
                case SUPPLY -> {
                    if (!entry.flag("powered")) {
                        units.put(entry.text("ecu"), "without supply");
                    } else if ("without supply".equals(units.get(entry.text("ecu")))) {
                        units.put(entry.text("ecu"), "starting");
                    }
                }
                default -> {}
            }
        }
        return units;
    }

    private static Map<String, List<String>> views(History history) {
        Map<String, List<String>> screens = new LinkedHashMap<>();
        for (Entry entry : history.of(Kind.SCREEN)) {
            List<String> shown = screens.computeIfAbsent(entry.text("screen"), any -> new ArrayList<>());
            String view = entry.text("view");
            if (entry.is("change", "dismissed")) {
                shown.remove(view);
            } else if (!shown.contains(view)) {
                shown.add(view);
            }
        }
        return screens;
    }

    private static void frames(FrameLog log, List<String> lines) {
        lines.add("  last frames on %s".formatted(log.bus()));
        for (int i = Math.max(0, log.size() - FRAMES); i < log.size(); i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    %.6f  %03X  %s",
                    Nanos.toSeconds(log.at(i)),
                    log.id(i),
                    HEX.formatHex(log.data(i))));
        }
    }
}
