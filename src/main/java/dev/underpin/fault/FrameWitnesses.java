package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * See faults of the transport (ISO 15765-2:2016, 9.6) in the frames of the buses. Of diagnostic identifiers it knows only the convention
 * (ISO 15765-4): from 0x700 on, and answers 8 above requests.
 */
final class FrameWitnesses {
    private static final int DIAGNOSTIC = 0x700;
    private static final int PARTNER = 8;
    private static final int NUMBERS = 16;
    private static final int SINGLE = 7;
    private static final String PENDING = "78";
    /** Twice the time in which a server answers or says that it will (ISO 14229-2:2013, table 4). */
    private static final long TWICE_P2 = 100 * Nanos.MILLISECOND;

    private static final long N_BS = Nanos.SECOND;
    private static final long PAUSE = 2 * Nanos.SECOND;

    private FrameWitnesses() {}

    /** What the third word of the target says happens to the transport. */
    static Optional<Sighting> transport(History history, Entry injected) {
        String what = injected.text("target").split(" ")[2];
        return switch (what) {
            case "lost-frame", "wrong-number", "reordered-frames" ->
                consecutive(
                        history, injected, what, (before, frame) -> number(frame) != (number(before) + 1) % NUMBERS);
            case "doubled-frame" ->
                consecutive(history, injected, what, (before, frame) -> Arrays.equals(before.data, frame.data));
            case "late-frame" -> consecutive(history, injected, what, (before, frame) -> frame.at - before.at > PAUSE);
            case "overflow" -> flow(history, injected, what, data -> (data[0] & 0xF) == 2);
            case "wait" -> flow(history, injected, what, data -> (data[0] & 0xF) == 1);
            case "block-size-1" -> flow(history, injected, what, data -> data[1] == 1);
            case "stmin-127" -> flow(history, injected, what, data -> data[2] == 0x7F);
            case "no-flow-control" -> withoutFlowControl(history, injected);
            default -> Optional.empty();
        };
    }

    /** A frame passed under that identifier, which is of nobody. */
    static Optional<Sighting> foreign(History history, Entry injected) {
        String[] words = injected.text("target").split(" ");
        int foreign = Integer.parseInt(words[2], 16);
        return each(history, injected, frame -> frame.id == foreign, "under the foreign identifier");
    }

    /** The first that a control unit said came so much later than the first that it was asked. */
    static Optional<Sighting> late(History history, Entry injected) {
        long least = Long.parseLong(injected.text("target").split(" ")[1]) * Nanos.MILLISECOND;
        for (FrameLog log : history.buses()) {
            Map<Integer, Long> begun = new HashMap<>();
            for (int i = first(log, injected); i < log.size(); i++) {
                Frame frame = Frame.of(log, i);
                if (frame != null && frame.kind() < 2 && begun.putIfAbsent(frame.id, frame.at) == null) {
                    Long asked = begun.get(frame.id ^ PARTNER);
                    if (asked != null && frame.at - asked >= least) {
                        return Optional.of(frame.seen(log, "an answer that was late"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A classical single frame with that request passed, on a bus where the tester's own requests are CAN FD. */
    static Optional<Sighting> intruder(History history, Entry injected) {
        String pdu = injected.text("target").split(" ")[1];
        return each(
                history,
                injected,
                frame -> frame.classic
                        && frame.kind() == 0
                        && HexFormat.of()
                                .withUpperCase()
                                .formatHex(frame.data)
                                .equals("%02X%s".formatted(pdu.length() / 2, pdu)),
                "another tester's request");
    }

    /** Of a conversation a frame is missing, or nobody answered what should have come, or a request did not even leave the gateway. */
    static Optional<Sighting> gap(History history, Entry injected) {
        return consecutive(
                        history,
                        injected,
                        "a missing frame",
                        (before, frame) -> number(frame) != (number(before) + 1) % NUMBERS)
                .or(() -> withoutFlowControl(history, injected))
                .or(() -> unanswered(history, injected))
                .or(() -> RoutingWitness.lost(history, injected));
    }

    /** Between two frames of a conversation more time passed than frames take, or nobody answered in time. */
    static Optional<Sighting> pause(History history, Entry injected) {
        long least = Long.parseLong(injected.text("target").split(" ")[3]) * Nanos.MILLISECOND;
        return consecutive(history, injected, "a late frame", (before, frame) -> frame.at - before.at >= least)
                .or(() -> unanswered(history, injected));
    }

    /** Nothing had answered a request when the next one came, or in time, or an answer took long and was not announced. */
    private static Optional<Sighting> unanswered(History history, Entry injected) {
        String ecu = injected.text("target").split(" ")[0];
        Entry open = null;
        for (Entry entry : history.of(Kind.UDS)) {
            if (entry.index() > injected.index() && entry.is("ecu", ecu) && !entry.flag("functional")) {
                boolean request = entry.is("direction", "request");
                boolean whole = entry.text("pdu").length() <= SINGLE * 2;
                long limit = whole && !entry.is("nrc", PENDING) ? TWICE_P2 : N_BS;
                if (open != null && (request || entry.at() - open.at() > limit)) {
                    return Optional.of(Sighting.of(open));
                }
                open = request ? entry : null;
            }
        }
        return Optional.empty();
    }

    private static Optional<Sighting> consecutive(
            History history, Entry injected, String what, BiPredicate<Frame, Frame> odd) {
        for (FrameLog log : history.buses()) {
            Map<Integer, Frame> last = new HashMap<>();
            for (int i = first(log, injected); i < log.size(); i++) {
                Frame frame = Frame.of(log, i);
                if (frame != null && frame.kind() == 1) {
                    last.put(frame.id, frame);
                } else if (frame != null && frame.kind() == 2) {
                    Frame before = last.put(frame.id, frame);
                    if (before != null && odd.test(before, frame)) {
                        return Optional.of(frame.seen(log, what));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Sighting> flow(
            History history, Entry injected, String what, java.util.function.Predicate<byte[]> odd) {
        return each(
                history, injected, frame -> frame.kind() == 3 && frame.data.length > 2 && odd.test(frame.data), what);
    }

    private static Optional<Sighting> withoutFlowControl(History history, Entry injected) {
        for (FrameLog log : history.buses()) {
            Map<Integer, Frame> open = new HashMap<>();
            for (int i = first(log, injected); i < log.size(); i++) {
                long now = log.at(i);
                Optional<Frame> vain = open.values().stream()
                        .filter(frame -> now > frame.at + N_BS)
                        .findFirst();
                if (vain.isPresent()) {
                    return Optional.of(vain.get().seen(log, "a first frame without flow control"));
                }
                Frame frame = Frame.of(log, i);
                if (frame != null && frame.kind() == 1) {
                    open.put(frame.id, frame);
                } else if (frame != null && frame.kind() == 3) {
                    open.remove(frame.id ^ PARTNER);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Sighting> each(
            History history, Entry injected, java.util.function.Predicate<Frame> odd, String what) {
        for (FrameLog log : history.buses()) {
            for (int i = first(log, injected); i < log.size(); i++) {
                Frame frame = Frame.of(log, i);
                if (frame != null && odd.test(frame)) {
                    return Optional.of(frame.seen(log, what));
                }
            }
        }
        return Optional.empty();
    }

    private static int first(FrameLog log, Entry injected) {
        int low = 0;
        int high = log.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.at(middle) <= injected.at()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int number(Frame frame) {
        return frame.kind() == 1 ? 0 : frame.data[0] & 0xF;
    }

    /** A frame under a diagnostic identifier. */
    private static final class Frame {
        private final int id;
        private final long at;
        private final byte[] data;
        private final boolean classic;

        private Frame(int id, long at, byte[] data, boolean classic) {
            this.id = id;
            this.classic = classic;
            this.at = at;
            this.data = data;
        }

        @org.jspecify.annotations.Nullable
        static Frame of(FrameLog log, int index) {
            int id = log.id(index);
            if (id < DIAGNOSTIC || id > 0x7FF) {
                return null;
            }
            byte[] data = log.data(index);
            return data.length == 0
                    ? null
                    : new Frame(id, log.at(index), data, (log.flags(index) & FrameLog.FLAG_FD) == 0);
        }

        int kind() {
            return data[0] >>> 4 & 0xF;
        }

        Sighting seen(FrameLog log, String what) {
            return Sighting.of("%s: %03X on %s".formatted(what, id, log.bus()), at);
        }
    }
}
