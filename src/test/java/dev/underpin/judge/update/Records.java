package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.function.Predicate;

/** Which records of a {@link Story} are meant. */
final class Records {
    private Records() {}

    static Predicate<Entry> view(String view) {
        return it -> it.kind() == Kind.SCREEN && it.is("view", view);
    }

    static Predicate<Entry> press(String button) {
        return it -> it.kind() == Kind.PRESS && it.is("button", button);
    }

    static Predicate<Entry> http(String ends) {
        return it -> it.kind() == Kind.HTTP && it.text("path").endsWith(ends);
    }

    static Predicate<Entry> image() {
        return it -> it.kind() == Kind.HTTP && it.text("path").contains("/images/");
    }

    static Predicate<Entry> uds(String pdu) {
        return it -> it.kind() == Kind.UDS && it.text("pdu").startsWith(pdu);
    }

    static Predicate<Entry> of(String ecu) {
        return it -> it.is("ecu", ecu);
    }

    /** A boot into the image with that digest. */
    static Predicate<Entry> boot(String sha256) {
        return it -> it.kind() == Kind.BOOT && it.is("sha256", sha256);
    }

    static Predicate<Entry> signal(String signal, int value) {
        return it -> it.kind() == Kind.SIGNAL && it.is("signal", signal) && it.is("value", String.valueOf(value));
    }

    static Predicate<Entry> kind(Kind kind) {
        return it -> it.kind() == kind;
    }
}
