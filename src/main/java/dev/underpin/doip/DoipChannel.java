package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.uds.TesterLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A tester's connection to one entity: connect, activate, send, wait for acknowledgements, show that it is alive. */
final class DoipChannel {
    private final DoipTester tester;
    private final String entity;
    private final Deque<Outbound> waiting = new ArrayDeque<>();
    private final Deque<Outbound> unacknowledged = new ArrayDeque<>();
    private final Map<Integer, Target> lastSender = new TreeMap<>();
    private final Alarm overdue;
    private Transport transport = Transport.TCP;
    private @Nullable DoipConnection connection;
    private boolean connecting;
    private boolean active;
    private int generation;

    DoipChannel(DoipTester tester, String entity) {
        this.tester = tester;
        this.entity = entity;
        overdue = tester.scheduler().alarm(() -> close(new DoipFailure.Overdue(entity)));
    }

    TesterLink tester(int target) {
        return new Target(target);
    }

    void close() {
        ended("closed");
    }

    void powerOff() {
        ended("power off");
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
        tester.connect(entity, transport, opened -> connected(attempt, opened), why -> notConnected(attempt, why));
    }

    private void connected(int attempt, DoipConnection opened) {
        if (attempt != generation) {
            opened.close();
            return;
        }
        connecting = false;
        connection = opened;
        opened.listen(this::received, this::ended);
        opened.send(DoipMessage.activationRequest(tester.address()));
        overdue.in(tester.timing().control());
    }

    private void notConnected(int attempt, String why) {
        if (attempt == generation) {
            close(new DoipFailure.NotConnected(entity, why));
        }
    }

    private void received(DoipMessage message) {
        if (!message.hasPattern() || !message.isWhole() || message.payload().length < least(message.type())) {
            return;
        }
        switch (message.type()) {
            case DoipType.ROUTING_ACTIVATION_RESPONSE -> activated(message.code());
            case DoipType.ALIVE_CHECK_REQUEST -> showAlive();
            case DoipType.DIAGNOSTIC_ACK -> acknowledgement(message).ifPresent(outbound -> outbound.sent.run());
            case DoipType.DIAGNOSTIC_NACK ->
                acknowledgement(message).ifPresent(outbound -> refused(outbound, message.code()));
            case DoipType.DIAGNOSTIC_MESSAGE -> diagnostic(message);
            case DoipType.HEADER_NACK -> close(new DoipFailure.HeaderRefused(entity, message.payload()[0] & 0xFF));
            default -> {}
        }
    }

    private static int least(int type) {
        return switch (type) {
            case DoipType.ROUTING_ACTIVATION_RESPONSE -> 9;
            case DoipType.DIAGNOSTIC_ACK, DoipType.DIAGNOSTIC_NACK, DoipType.DIAGNOSTIC_MESSAGE -> 5;
            case DoipType.HEADER_NACK -> 1;
            default -> 0;
        };
    }

    private void activated(int code) {
        switch (code) {
            case DoipCode.ACTIVATION_DONE -> {
                active = true;
                overdue.cancel();
                while (active && !waiting.isEmpty()) {
                    transmit(waiting.remove());
                }
            }
            case DoipCode.ACTIVATION_TO_BE_CONFIRMED -> overdue.cancel();
            default -> denied(code);
        }
    }

    private void denied(int code) {
        if (code == DoipCode.ACTIVATION_TLS_REQUIRED && transport == Transport.TCP) {
            transport = Transport.TLS;
            disconnect();
            connect();
        } else {
            close(new DoipFailure.ActivationDenied(entity, code));
        }
    }

    private void showAlive() {
        if (connection != null) {
            connection.send(DoipMessage.alive(tester.address()));
        }
    }

    private void transmit(Outbound outbound) {
        if (connection != null) {
            unacknowledged.add(outbound);
            connection.send(DoipMessage.diagnostic(tester.address(), outbound.target.address, outbound.message));
            overdue.in(tester.timing().acknowledge());
        }
    }

    /** What an acknowledgement or refusal is for: the oldest message to that target that its echo, if it has one, fits. */
    private Optional<Outbound> acknowledgement(DoipMessage message) {
        Optional<Outbound> oldest = unacknowledged.stream()
                .filter(outbound -> outbound.target.address == message.source() && outbound.begins(message.echo()))
                .findFirst();
        oldest.ifPresent(outbound -> {
            unacknowledged.remove(outbound);
            if (unacknowledged.isEmpty()) {
                overdue.cancel();
            }
        });
        return oldest;
    }

    private void refused(Outbound outbound, int code) {
        fail(List.of(outbound), new DoipFailure.MessageRefused(entity, outbound.target.address, code));
    }

    private void diagnostic(DoipMessage message) {
        Target target = lastSender.get(message.source());
        if (target != null && message.target() == tester.address()) {
            target.receiver.accept(message.userData());
        }
    }

    private void ended(String reason) {
        close(new DoipFailure.Ended(entity, reason));
    }

    private void close(DoipFailure failure) {
        disconnect();
        List<Outbound> lost = new ArrayList<>(unacknowledged);
        lost.addAll(waiting);
        unacknowledged.clear();
        waiting.clear();
        fail(lost, failure);
    }

    private void disconnect() {
        generation++;
        DoipConnection open = connection;
        connection = null;
        connecting = false;
        active = false;
        overdue.cancel();
        if (open != null) {
            open.close();
        }
    }

    private void fail(List<Outbound> lost, DoipFailure failure) {
        if (!lost.isEmpty()) {
            tester.failed(failure);
        }
        lost.forEach(outbound -> outbound.failed.accept(failure.text()));
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
            lastSender.putIfAbsent(address, this);
        }
    }

    /** A message on its way to its acknowledgement. */
    private record Outbound(Target target, byte[] message, Runnable sent, Consumer<String> failed) {
        boolean begins(byte[] echo) {
            return echo.length <= message.length && Arrays.equals(echo, 0, echo.length, message, 0, echo.length);
        }
    }
}
