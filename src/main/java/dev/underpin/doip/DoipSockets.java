package dev.underpin.doip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * An entity's TCP_DATA sockets and the testers registered on them (ISO 13400-2:2019 clause 8.2, "socket handling", and 7.5). When a tester
 * wants the last socket, or an address that is registered already, those who hold them are asked whether they are alive; who does
 * not answer is closed.
 */
final class DoipSockets {
    private final int maximum;
    private final List<DoipSession> open = new ArrayList<>();

    DoipSockets(int maximum) {
        this.maximum = maximum;
    }

    /** Takes a new socket; false when it must be closed at once: one more than may be registered is all that is taken. */
    boolean admit(DoipSession session) {
        return open.size() <= maximum && open.add(session);
    }

    void remove(DoipSession session) {
        open.remove(session);
    }

    void clear() {
        open.clear();
    }

    List<DoipSession> open() {
        return List.copyOf(open);
    }

    /** How many testers are registered. */
    int registered() {
        return (int) open.stream().filter(DoipSession::isRegistered).count();
    }

    /**
     * Registers a tester on a socket, now or once it is known who is alive.
     *
     * @param verdict gets {@link DoipCode#ACTIVATION_DONE} when it is registered, or the code of the denial
     */
    void register(DoipSession session, int tester, IntConsumer verdict) {
        List<DoipSession> holders = holders(tester);
        if (!holders.isEmpty()) {
            new AliveRound(holders, alive -> {
                if (alive) {
                    verdict.accept(DoipCode.ACTIVATION_SOURCE_IN_USE);
                } else {
                    registerWhenRoom(session, tester, verdict);
                }
            });
        } else {
            registerWhenRoom(session, tester, verdict);
        }
    }

    private void registerWhenRoom(DoipSession session, int tester, IntConsumer verdict) {
        if (registered() < maximum) {
            take(session, tester, verdict);
            return;
        }
        new AliveRound(open.stream().filter(DoipSession::isRegistered).toList(), allAlive -> {
            if (registered() < maximum && holders(tester).isEmpty()) {
                take(session, tester, verdict);
            } else {
                verdict.accept(DoipCode.ACTIVATION_NO_SOCKET);
            }
        });
    }

    private void take(DoipSession session, int tester, IntConsumer verdict) {
        if (!holders(tester).isEmpty()) {
            verdict.accept(DoipCode.ACTIVATION_SOURCE_IN_USE);
        } else if (open.contains(session)) {
            session.register(tester);
            verdict.accept(DoipCode.ACTIVATION_DONE);
        }
    }

    private List<DoipSession> holders(int tester) {
        return open.stream().filter(session -> session.isRegisteredFor(tester)).toList();
    }

    /** Asks some sockets whether they are alive; the answer is whether all are, as soon as it is known. */
    private static final class AliveRound {
        private final Consumer<Boolean> answer;
        private int open;
        private boolean answered;

        AliveRound(List<DoipSession> asked, Consumer<Boolean> answer) {
            this.answer = answer;
            open = asked.size();
            asked.forEach(session -> session.checkAlive(this::heard));
        }

        private void heard(boolean alive) {
            open--;
            if (!answered && (!alive || open == 0)) {
                answered = true;
                answer.accept(alive);
            }
        }
    }
}
