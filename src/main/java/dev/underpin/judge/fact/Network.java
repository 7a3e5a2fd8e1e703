package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import java.util.Optional;

/** The network around the vehicle, by what people and circumstances did to it. */
public final class Network {
    private static final Sign DROP = Hands.fault("link-drop", "injected").or(Hands.fault("link-drop", "healed"));
    private static final Sign BETTER = Hands.did("wifi", "on").or(Hands.did("cellular", "on"));

    private Network() {}

    /** Whether Wi-Fi or cellular data with a good network was there at a place; empty when the history does not tell. */
    public static Optional<Boolean> good(Facts facts, int place) {
        Optional<Entry> wifi = Hands.last(facts, "wifi", place);
        Optional<Entry> cellular = Hands.last(facts, "cellular", place);
        boolean unknown = wifi.isEmpty() && cellular.isEmpty();
        return unknown || mayBeDropped(facts, place)
                ? Optional.empty()
                : Optional.of((isOn(wifi) || isOn(cellular)) && !weak(facts, place));
    }

    private static boolean isOn(Optional<Entry> bearer) {
        return bearer.filter(entry -> entry.is("value", "on")).isPresent();
    }

    private static boolean weak(Facts facts, int place) {
        return Hands.last(facts, "network", place)
                .filter(weakened -> BETTER.lastBefore(facts, place)
                        .filter(better -> better.index() > weakened.index())
                        .isEmpty())
                .isPresent();
    }

    /** A fault that cuts the link at a percentage strikes at a moment that its record does not tell. */
    private static boolean mayBeDropped(Facts facts, int place) {
        return DROP.lastBefore(facts, place)
                .filter(entry -> entry.is("state", "injected"))
                .isPresent();
    }
}
