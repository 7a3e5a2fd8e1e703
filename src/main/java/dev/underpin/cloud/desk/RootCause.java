package dev.underpin.cloud.desk;

import dev.underpin.cloud.desk.Fault.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the one cause behind many codes: an ECU that is dead explains every code that tells of its silence; a known cause explains
 * its known consequences; of what nothing else explains, the gravest is the root: by the colour of its lamp, a fault of its own
 * before an echo on the network.
 */
final class RootCause {
    private static final int AMBER = 2;
    private static final Map<String, Integer> COLOURS = Map.of("red", 4, "amber", AMBER);

    private final TriageBook book;
    private final Snapshot snapshot;
    private final Set<String> tried;
    private final List<Dtc> active;
    /** Those of them that the book knows; only these explain others of another control unit, so that a flood of unknown ones costs little. */
    private final List<Dtc> known;
    /** Control units with codes of their own. */
    private final Set<String> faulty;

    RootCause(TriageBook book, Snapshot snapshot, Set<String> tried) {
        this.book = book;
        this.snapshot = snapshot;
        this.tried = tried;
        this.active = snapshot.activeDtcs();
        this.known = active.stream()
                .filter(dtc -> book.fault(dtc.code()).isPresent())
                .toList();
        this.faulty =
                active.stream().filter(dtc -> !dtc.network()).map(Dtc::ecu).collect(Collectors.toUnmodifiableSet());
    }

    Assessment assess() {
        Optional<Dtc> code = active.stream()
                .filter(dtc -> snapshot.silentEcus().stream().noneMatch(ecu -> about(dtc, ecu)))
                .filter(dtc -> !explained(dtc))
                .max(Comparator.comparingInt(this::weight))
                .or(() -> active.stream().findFirst());
        Optional<String> dead = snapshot.silentEcus().stream()
                .max(Comparator.<String>comparingInt(ecu -> "GW".equals(ecu) ? 1 : 0)
                        .thenComparingInt(this::weight));
        if (dead.isPresent() && weight(dead.get()) >= code.map(this::weight).orElse(0)) {
            return ofDeadEcu(dead.get());
        }
        return code.map(this::ofCode).orElseGet(RootCause::nothing);
    }

    private Assessment ofDeadEcu(String ecu) {
        List<Dtc> cascade = active.stream().filter(dtc -> about(dtc, ecu)).toList();
        Optional<Fault> named = cascade.stream()
                .map(dtc -> book.fault(dtc.code()))
                .flatMap(Optional::stream)
                .findFirst();
        Fault fault = named.orElseGet(() -> silence(ecu));
        return assessment(
                ecu, named.map(Fault::code).orElse(""), ecu + " does not answer: " + fault.text(), fault, cascade);
    }

    private Assessment ofCode(Dtc root) {
        Fault fault = book.fault(root.code()).orElseGet(() -> unknown(root));
        List<Dtc> links = active.stream().filter(dtc -> explains(root, dtc)).toList();
        List<Dtc> cascade = active.stream()
                .filter(dtc -> dtc.equals(root) || follows(root, links, dtc))
                .toList();
        String ecu = fault.subject().isEmpty() ? root.ecu() : fault.subject();
        return assessment(ecu, root.code(), fault.text(), fault, cascade);
    }

    private Assessment assessment(String ecu, String dtc, String text, Fault fault, List<Dtc> cascade) {
        Verdict verdict = fault.recurs() && tried.contains(ecu) ? Verdict.S : fault.verdict();
        Set<String> lamps = new LinkedHashSet<>();
        cascade.forEach(entry -> lamps.addAll(lamps(entry)));
        List<Dtc> others = new ArrayList<>(active);
        others.removeAll(cascade);
        return new Assessment(
                ecu, dtc, text, verdict, lamps, cascade, others, Proposal.of(ecu, dtc, fault, verdict, cascade));
    }

    private boolean follows(Dtc root, List<Dtc> links, Dtc dtc) {
        return explains(root, dtc) || links.stream().anyMatch(link -> explains(link, dtc));
    }

    private boolean explained(Dtc dtc) {
        return known.stream().anyMatch(cause -> explains(cause, dtc))
                || (dtc.network() && faulty.stream().anyMatch(ecu -> about(dtc, ecu)));
    }

    private boolean explains(Dtc cause, Dtc consequence) {
        if (cause.equals(consequence)) {
            return false;
        }
        boolean known = book.fault(cause.code())
                .filter(fault -> fault.explains().contains(consequence.code()))
                .isPresent();
        return known || (!cause.network() && consequence.network() && about(consequence, cause.ecu()));
    }

    private boolean about(Dtc dtc, String ecu) {
        return book.fault(dtc.code())
                .filter(fault -> fault.subject().equals(ecu))
                .isPresent();
    }

    private List<String> lamps(Dtc dtc) {
        return dtc.lamp().isEmpty() ? book.fault(dtc.code()).map(Fault::lamps).orElse(List.of()) : List.of(dtc.lamp());
    }

    private int weight(Dtc dtc) {
        int colour = book.fault(dtc.code())
                .map(known -> COLOURS.getOrDefault(known.colour(), 0))
                .orElse(1);
        return colour + (dtc.network() ? 0 : 1);
    }

    private int weight(String deadEcu) {
        return active.stream()
                .filter(dtc -> about(dtc, deadEcu))
                .mapToInt(dtc -> weight(dtc) + 1)
                .max()
                .orElse(AMBER);
    }

    private static Assessment nothing() {
        return new Assessment("", "", "no fault found", Verdict.G, Set.of(), List.of(), List.of(), List.of());
    }

    private static Fault silence(String ecu) {
        return new Fault(
                "",
                "no communication",
                List.of(ecu),
                ecu,
                List.of(),
                "amber",
                Verdict.R,
                true,
                Optional.empty(),
                true,
                List.of("Park, switch the vehicle off, wait one minute and switch it on again"),
                List.of());
    }

    private static Fault unknown(Dtc dtc) {
        return new Fault(
                dtc.code(),
                "unknown code " + dtc.code(),
                List.of(dtc.ecu()),
                "",
                List.of(),
                "amber",
                Verdict.S,
                false,
                Optional.empty(),
                false,
                List.of(),
                List.of());
    }
}
