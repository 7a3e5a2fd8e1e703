package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tester's connection to one entity: connect, activate, send, wait for acknowledgements. */
final class DoipChannel {
    private final EthernetLink link;
    private final String host;
    private final String entity;
    private final int address;
    private final DoipTiming timing;
    private final Deque<Outbound> waiting = new ArrayDeque<>();
    private final Deque<Outbound> unacknowledged = new ArrayDeque<>();
    private final Map<Integer, Target> lastSender = new TreeMap<>();
    private final Alarm overdue;
    private @Nullable DoipConnection connection;
    private boolean connecting;
    private boolean active;
    private int generation;

    DoipChannel(Scheduler scheduler, EthernetLink link, String host, String entity, int address, DoipTiming timing) {
        this.link = link;
        this.host = host;
        this.entity = entity;
        this.address = address;
        this.timing = timing;
        overdue = scheduler.alarm(() -> close("no answer in time from " + entity));
        link.onPower(host, on -> close("power off"));
    }

    TesterLink tester(int target) {
        return new Target(target);
    }

    void close() {
        close("closed");
    }

    private void send(Outbound outbound) {
        lastSender.put(outbound.target.address, outbound.target);
        if (active) {
            transmit(outbound);
        } else {
            waiting.add(outbound);
            connect();
        }
    }

    private void connect() {
        if (connecting || connection != null) {
            return;
        }
        connecting = true;
        int attempt = generation;
        link.connect(
                host,
                entity,
                timing.connect(),
                opened -> connected(attempt, opened),
                why -> notConnected(attempt, why));
    }

    private void connected(int attempt, DoipConnection opened) {
        if (attempt != generation) {
            opened.close();
            return;
        }
        connecting = false;
        connection = opened;
        opened.listen(this::received, this::close);
        opened.send(DoipMessage.activationRequest(address));
        overdue.in(timing.control());
    }

    private void notConnected(int attempt, String why) {
        if (attempt == generation) {
            close(why);
        }
    }

    private void received(DoipMessage message) {
        switch (message.type()) {
            case DoipType.ROUTING_ACTIVATION_RESPONSE -> activated(message.code());
            case DoipType.DIAGNOSTIC_ACK -> acknowledged(message.source(), Outbound::acknowledged);
            case DoipType.DIAGNOSTIC_NACK ->
                acknowledged(message.source(), outbound -> outbound.refused(message.code()));
            case DoipType.DIAGNOSTIC_MESSAGE -> diagnostic(message);
            case DoipType.HEADER_NACK -> close("header refused by " + entity);
            default -> {}
        }
    }

    private void activated(int code) {
        if (code != DoipCode.ACTIVATION_DONE) {
            close("routing activation denied by %s: %02X".formatted(entity, code));
            return;
        }
        active = true;
        overdue.cancel();
        while (active && !waiting.isEmpty()) {
            transmit(waiting.remove());
        }
    }

    private void transmit(Outbound outbound) {
        DoipConnection open = connection;
        if (open != null) {
            unacknowledged.add(outbound);
            open.send(DoipMessage.diagnostic(address, outbound.target.address, outbound.message));
            overdue.in(timing.acknowledge());
        }
    }

    private void acknowledged(int source, Consumer<Outbound> outcome) {
        Outbound oldest = unacknowledged.stream()
                .filter(outbound -> outbound.target.address == source)
                .findFirst()
                .orElse(null);
        if (oldest == null) {
            return;
        }
        unacknowledged.remove(oldest);
        if (unacknowledged.isEmpty()) {
            overdue.cancel();
        }
        outcome.accept(oldest);
    }

    private void diagnostic(DoipMessage message) {
        Target target = lastSender.get(message.source());
        if (target != null && message.target() == address) {
            target.receiver.accept(message.userData());
        }
    }

    private void close(String reason) {
        generation++;
        DoipConnection open = connection;
        connection = null;
        connecting = false;
        active = false;
        overdue.cancel();
        if (open != null) {
            open.close();
        }
        List<Outbound> lost = new ArrayList<>(unacknowledged);
        lost.addAll(waiting);
        unacknowledged.clear();
        waiting.clear();
        lost.forEach(outbound -> outbound.failed.accept(reason));
    }

    /** A tester's link to one target. */
    private final class Target implements TesterLink {
        private final int address;
        private Consumer<byte[]> receiver = message -> {};

        Target(int address) {
            this.address = address;
        }

        @Override
        public void send(byte[] request, Runnable sent, Consumer<String> failed) {
            DoipChannel.this.send(new Outbound(this, request, sent, failed));
        }

        @Override
        public void listen(Runnable started, Consumer<byte[]> message) {
            receiver = message;
        }
    }

    /** A message on its way to its acknowledgement. */
    private record Outbound(Target target, byte[] message, Runnable sent, Consumer<String> failed) {
        void acknowledged() {
            sent.run();
        }

        void refused(int code) {
            failed.accept("refused by the DoIP entity with %02X".formatted(code));
        }
    }
}
