package dev.underpin.uds.server;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.Session;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostic server of one ECU (ISO 14229-1:2020, ISO 14229-2:2021): one request at a time, refused or served in the standard's
 * order, with 0x78 while the ECU works on it. A physical request that comes meanwhile, or while the response still leaves, is refused with 0x21 if the ECU
 * wants that; a functional one is passed over. Threading: the scheduler's thread.
 */
public final class UdsServer {
    private final ServerTiming timing;
    private final EcuDiagnostics ecu;
    private final ServerLink link;
    private final ServerState state;
    private final SecurityService security;
    private final Dispatcher dispatcher;
    private final ResponseQueue responses;
    private final Alarm think;
    private final Alarm pending;
    private final Alarm idle;
    private boolean powered = true;
    private @Nullable Serving serving;

    /** A server that is powered on, in the default session, and listens on {@code link}. */
    public UdsServer(Scheduler scheduler, ServerLink link, EcuDiagnostics ecu, ServerTiming timing) {
        this.timing = timing;
        this.ecu = ecu;
        this.link = link;
        state = new ServerState(ecu);
        security = new SecurityService(scheduler, ecu, state, timing);
        responses = new ResponseQueue(link);
        dispatcher = new Dispatcher(
                ecu, state, Services.all(scheduler, ecu, state, security, timing, this::serveInner, responses));
        think = scheduler.alarm(this::serve);
        pending = scheduler.alarm(this::askForPatience);
        idle = scheduler.alarm(() -> state.enter(Session.DEFAULT));
        security.powerOn();
        link.listen(this::received);
    }

    /** The active session. */
    public Session session() {
        return state.session();
    }

    /** The unlocked security level, 0 when locked. */
    public int unlockedLevel() {
        return state.unlockedLevel();
    }

    /** The ECU has no power or resets: nothing is served, a request at hand and a transfer are forgotten. */
    public void powerOff() {
        powered = false;
        serving = null;
        responses.clear();
        think.cancel();
        pending.cancel();
        idle.cancel();
        security.powerOff();
        state.reset();
    }

    /** The ECU has started: default session, locked; a stored excess of wrong keys starts its delay anew. */
    public void powerOn() {
        powered = true;
        security.powerOn();
        state.powerOn();
    }

    private void received(byte[] message, boolean functional) {
        if (!powered || message.length == 0) {
            return;
        }
        Request request = new Request(message, functional);
        if (serving == null) {
            link.serving();
            begin(new Serving(request));
        } else if (!functional && !request.keepAlive() && ecu.saysBusy()) {
            link.send(Responses.negative(request.sid(), Nrc.BUSY_REPEAT_REQUEST), () -> {});
        }
    }

    private void begin(Serving next) {
        serving = next;
        idle.cancel();
        think.in(timing.think());
        pending.in(timing.firstPending());
    }

    private void serve() {
        Serving now = serving;
        if (now != null) {
            dispatcher.dispatch(now.request, now);
        }
    }

    private void serveInner(Request request, Reply reply) {
        dispatcher.dispatch(request, reply);
    }

    private void askForPatience() {
        Serving now = serving;
        if (now != null) {
            now.patienceAsked = true;
            responses.send(Responses.negative(now.request.sid(), Nrc.RESPONSE_PENDING), () -> {});
            pending.in(timing.nextPending());
        }
    }

    private void finished(Serving done) {
        if (serving == done) {
            serving = null;
            if (state.session() != Session.DEFAULT) {
                idle.in(timing.s3());
            }
            done.afterwards.run();
        }
    }

    /** The request at hand. */
    private final class Serving implements Reply {
        private final Request request;
        private boolean patienceAsked;
        private boolean answered;
        private Runnable afterwards = () -> {};

        Serving(Request request) {
            this.request = request;
        }

        @Override
        public void afterwards(Runnable action) {
            afterwards = action;
        }

        @Override
        public Answer through(UnaryOperator<byte[]> completion) {
            return new Answer() {
                @Override
                public void positive(byte... record) {
                    if (open()) {
                        Serving.this.positive(completion.apply(record));
                    }
                }

                @Override
                public void negative(Nrc nrc) {
                    Serving.this.negative(nrc);
                }
            };
        }

        @Override
        public void positive(byte... record) {
            byte[] message = Responses.positive(request, record);
            if (message.length > ecu.responseLimit()) {
                negative(Nrc.RESPONSE_TOO_LONG);
            } else {
                finish(message, !request.suppressed());
            }
        }

        @Override
        public void negative(Nrc nrc) {
            if (open()) {
                afterwards = () -> {};
                boolean silent = request.functional() && Responses.silentWhenFunctional(nrc);
                finish(Responses.negative(request.sid(), nrc), !silent);
            }
        }

        private void finish(byte[] message, boolean wanted) {
            if (!open()) {
                return;
            }
            answered = true;
            pending.cancel();
            if (wanted || patienceAsked) {
                responses.send(message, () -> finished(this));
            } else {
                finished(this);
            }
        }

        private boolean open() {
            return serving == this && !answered;
        }
    }
}
