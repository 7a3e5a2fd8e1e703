package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Whether somebody is at an entity, which a vehicle that sleeps has to wake for; it stands for the activation line of ISO 13400-3 and
 * 13400-4, which a simulated segment does not have.
 */
final class DoipPresence {
    /** How long somebody who asked over UDP counts as being there: the time to choose a vehicle and connect. */
    private static final long LINGER = 5 * Nanos.SECOND;

    private final Alarm lingering;
    private Predicate<String> hosts = host -> false;
    private Consumer<Boolean> listener = there -> {};
    private boolean connected;
    private boolean told;

    DoipPresence(Scheduler scheduler) {
        lingering = scheduler.alarm(this::tell);
    }

    void listen(Predicate<String> newHosts, Consumer<Boolean> newListener) {
        hosts = newHosts;
        listener = newListener;
    }

    void asked(String host) {
        if (hosts.test(host)) {
            lingering.in(LINGER);
            tell();
        }
    }

    void open(Collection<DoipSession> sessions) {
        connected = sessions.stream().anyMatch(session -> hosts.test(session.remoteHost()));
        tell();
    }

    private void tell() {
        boolean there = connected || lingering.armed();
        if (there != told) {
            told = there;
            listener.accept(there);
        }
    }
}
