package dev.underpin.doip;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.TesterLink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** A gateway with ECUs behind it, before testers that speak bytes. */
final class EntityBench {
    static final int GW = 0x1001;
    static final int BMS = 0x1011;

    final VirtualScheduler scheduler = new VirtualScheduler();
    final EthernetLink link = new EthernetLink(scheduler);
    final DoipEntity gateway = new DoipEntity(scheduler, link, "GW", GW, DoipTiming.STANDARD);
    final Ecu bms = new Ecu();
    private int callers;

    EntityBench() {
        gateway.secure();
        gateway.route(BMS, bms, 4095, () -> bms.reachable);
    }

    /** A new connection over TCP. */
    Caller call() {
        return call(Transport.TCP, "");
    }

    Caller call(Transport transport, String certified) {
        Caller caller = new Caller("tester" + callers++);
        link.connect(
                caller.host,
                Endpoint.entity(transport, "GW"),
                certified,
                Nanos.SECOND,
                caller::use,
                why -> caller.ended = why);
        pass(Nanos.MILLISECOND);
        return caller;
    }

    /** A connection on which that tester is activated. */
    Caller activated(int tester) {
        Caller caller = call();
        caller.activate(tester);
        caller.heard.clear();
        return caller;
    }

    void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    /** An ECU behind the gateway that does what the test tells it. */
    static final class Ecu implements TesterLink {
        final List<String> got = new ArrayList<>();
        boolean reachable = true;
        boolean refuses;
        boolean busy;
        private Consumer<byte[]> tester = message -> {};
        private Runnable sent = () -> {};

        @Override
        public void send(byte[] request, Runnable done, Consumer<String> failed) {
            got.add(HexFormat.of().formatHex(request));
            sent = done;
            if (refuses) {
                failed.accept("N_ERROR");
            } else if (!busy) {
                done.run();
            }
        }

        @Override
        public void listen(Runnable started, Consumer<byte[]> message) {
            tester = message;
        }

        void sent() {
            sent.run();
        }

        void answer(String bytes) {
            tester.accept(HexFormat.of().parseHex(bytes));
        }
    }

    /** A tester's end of a connection. */
    final class Caller {
        final List<String> heard = new ArrayList<>();
        final String host;
        String ended = "";
        boolean alive = true;
        private int address;
        private DoipConnection connection = new DoipConnection(link, new EthernetPort("none"), Endpoint.everyone(), "");

        Caller(String host) {
            this.host = host;
        }

        private void use(DoipConnection opened) {
            connection = opened;
            opened.listen(this::received, why -> ended = why);
        }

        private void received(DoipMessage message) {
            heard.add(HexFormat.of().formatHex(message.encode()));
            if (message.type() == DoipType.ALIVE_CHECK_REQUEST && alive) {
                connection.send(DoipMessage.alive(address));
            }
        }

        void activate(int tester) {
            address = tester;
            say("03fc000500000007%04x0000000000".formatted(tester));
        }

        /** Says it and lets a millisecond pass. */
        void say(String bytes) {
            connection.send(DoipMessage.decode(HexFormat.of().parseHex(bytes)));
            pass(Nanos.MILLISECOND);
        }

        /** Says it without waiting. */
        void say(DoipMessage message) {
            connection.send(message);
        }

        void ask(int target, String request) {
            say("03fc8001%08x%04x%04x%s".formatted(4 + request.length() / 2, address, target, request));
        }

        void hangUp() {
            connection.close();
            pass(Nanos.MILLISECOND);
        }

        /** What it heard since it was asked last. */
        List<String> heard() {
            List<String> since = List.copyOf(heard);
            heard.clear();
            return since;
        }
    }
}
