package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judge.uds.Answers;
import dev.underpin.judge.uds.Declaration;
import dev.underpin.judge.uds.Exchange;
import dev.underpin.judge.uds.Message;
import dev.underpin.judge.uds.Punctuality;
import dev.underpin.time.Nanos;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.Session;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.ServiceSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A control unit on a bench, each answer of which is judged as those of a history are, and against its own table. */
final class JudgedUnit implements ServerLink {
    private static final long PATIENCE = 60 * Nanos.SECOND;
    private static final long P2 = 55 * Nanos.MILLISECOND;
    private static final int BUSY = 0x21;
    private static final int PENDING = 0x78;
    private static final int SESSION_CONTROL = 0x10;
    private static final int POSITIVE = 0x40;

    final EcuBench bench;
    private final Declaration application;
    private final Declaration bootLoader;
    private final List<Message> heard = new ArrayList<>();
    private final List<Message> unasked = new ArrayList<>();
    private @Nullable Listener server;
    private int session = 1;
    private long judged;

    JudgedUnit(String name) {
        bench = new EcuBench(name).on();
        application = declared(bench.spec, service -> true);
        bootLoader = declared(bench.spec, ServiceSpec::bootLoader);
        bench.ecu.attach(this);
    }

    @Override
    public void send(byte[] response, Runnable done) {
        heard.add(new Message(bench.scheduler.now(), response.clone()));
        done.run();
    }

    @Override
    public void sendUnasked(byte[] message, Runnable done) {
        unasked.add(new Message(bench.scheduler.now(), message));
        done.run();
    }

    @Override
    public void listen(Listener listener) {
        server = listener;
    }

    long judged() {
        return judged;
    }

    /** What the control unit keeps of all that was asked of it: messages of the last exchange, entries in its lasting memory. */
    int kept() {
        int lasting = bench.ecu.state() == EcuState.APPLICATION
                ? bench.application.context().storage().keys().size()
                : 0;
        return heard.size() + unasked.size() + lasting;
    }

    /** Asks, perhaps with another request so soon behind it that it meets a busy server, and judges what comes. */
    void ask(byte[] request, boolean functional, byte @Nullable [] hurried) {
        heard.clear();
        unasked.clear();
        long asked = bench.scheduler.now();
        EcuState before = bench.ecu.state();
        Objects.requireNonNull(server).request(request, functional);
        if (hurried != null) {
            server.request(hurried, false);
            heard.removeIf(message -> message.nrc() == BUSY);
        }
        listen(asked);
        judge(new Exchange(new Message(asked, request), functional, heard, bench.scheduler.now()), before);
        follow(request);
    }

    /** Enters the extended session if it has to, and gives the right key. */
    void unlock() {
        ask(new byte[] {SESSION_CONTROL, 3}, false, null);
        ask(new byte[] {0x27, 1}, false, null);
        byte[] seed = heard.isEmpty() ? new byte[0] : heard.getLast().pdu();
        if (seed.length == 2 + 16 && seed[0] == 0x27 + POSITIVE) {
            byte[] key = SecretKeys.key(EcuBench.SECRET, Arrays.copyOfRange(seed, 2, seed.length));
            byte[] request = Arrays.copyOf(new byte[] {0x27, 2}, 2 + key.length);
            System.arraycopy(key, 0, request, 2, key.length);
            ask(request, false, null);
        }
    }

    void idle(long nanos) {
        bench.scheduler.runUntil(bench.scheduler.now() + nanos);
        session = nanos > 5 * Nanos.SECOND ? 1 : session;
        settle();
    }

    void restart() {
        bench.off();
        bench.on();
    }

    /** Lets the time for an answer pass: P2 at most, and as long as the control unit asks for patience. */
    private void listen(long asked) {
        bench.scheduler.runUntil(asked + Nanos.MILLISECOND);
        if (heard.isEmpty()) {
            bench.scheduler.runUntil(asked + P2);
        }
        while (!heard.isEmpty() && heard.getLast().nrc() == PENDING && bench.scheduler.now() < asked + PATIENCE) {
            bench.scheduler.runUntil(bench.scheduler.now() + P2);
        }
    }

    private void judge(Exchange exchange, EcuState before) {
        judged++;
        Declaration declared = before == EcuState.BOOTLOADER ? bootLoader : application;
        String words = Answers.complaint(exchange)
                .or(() -> Answers.silence(exchange))
                .or(() -> Punctuality.DIRECT.complaint(exchange))
                .or(() -> declared.complaint(exchange, session))
                .orElse("");
        if (!words.isEmpty()) {
            assertThat(words)
                    .as(
                            "%s in session %d, asked %s",
                            bench.spec.name(),
                            session,
                            HexFormat.of().formatHex(exchange.request().pdu()))
                    .isEmpty();
        }
    }

    /** Follows the session, by the answer or, where silence may mean both, by asking; and lets a reset end. */
    private void follow(byte[] request) {
        if (request[0] == SESSION_CONTROL) {
            Message last = heard.isEmpty() ? null : heard.getLast();
            boolean entered = last != null && last.pdu()[0] == SESSION_CONTROL + POSITIVE;
            session = entered ? last.pdu()[1] : last == null ? active() : session;
        }
        settle();
    }

    private int active() {
        heard.clear();
        long asked = bench.scheduler.now();
        Objects.requireNonNull(server).request(new byte[] {0x22, (byte) 0xF1, (byte) 0x86}, false);
        listen(asked);
        return heard.isEmpty() ? session : heard.getLast().pdu()[3];
    }

    private void settle() {
        if (bench.ecu.state() == EcuState.BOOTLOADER && session == 1) {
            bench.run(100);
        }
        if (bench.ecu.state() == EcuState.BOOTING) {
            bench.run(3L * bench.spec.bootMillis() + 200);
            session = 1;
        }
    }

    private static Declaration declared(EcuSpec spec, Predicate<ServiceSpec> which) {
        Function<ServiceSpec, Set<Integer>> sessions =
                service -> service.sessions().stream().map(Session::id).collect(Collectors.toSet());
        List<ServiceSpec> services = spec.services().stream().filter(which).toList();
        return new Declaration(
                services.stream().collect(Collectors.toMap(ServiceSpec::sid, sessions)),
                services.stream()
                        .filter(service -> service.unlocked() || !service.role().isEmpty())
                        .map(ServiceSpec::sid)
                        .collect(Collectors.toSet()),
                spec.dids().stream().collect(Collectors.toMap(DidSpec::did, DidSpec::length)));
    }
}
