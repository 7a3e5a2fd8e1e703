package dev.underpin.fault;

import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.DoipType;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.history.PacketLog;
import dev.underpin.time.Nanos;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Sees requests that a gateway was given on Ethernet (ISO 13400-2:2019, table 21) and that came out of it nowhere: neither a bus nor a
 * control unit on Ethernet had them, and nobody answered.
 */
final class RoutingWitness {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final long ROUTED_WITHIN = 50 * Nanos.MILLISECOND;
    private static final long ANSWERED_WITHIN = Nanos.SECOND;
    private static final int ETHERNET = 14;
    private static final int TCP = 6;
    private static final int ADDRESSES = 4;
    private static final int ANSWER = 0x40;

    private RoutingWitness() {}

    /** A diagnostic message on Ethernet. */
    private record Message(long at, int source, int target, String pdu) {
        /** Answers differ from requests in bit 6 of the service identifier (ISO 14229-1:2020, table 2). */
        boolean isRequest() {
            return (Integer.parseInt(pdu, 0, 2, 16) & ANSWER) == 0;
        }

        boolean answers(Message other) {
            return source == other.target
                    && target == other.source
                    && at >= other.at
                    && at < other.at + ANSWERED_WITHIN;
        }
    }

    static Optional<Sighting> lost(History history, Entry injected) {
        long end = history.entries().getLast().at();
        List<Message> messages = messages(history, injected.at());
        return messages.stream()
                .filter(it -> it.isRequest() && it.at + ANSWERED_WITHIN < end && !routed(history, it))
                .filter(it -> messages.stream().noneMatch(other -> other.answers(it)))
                .findFirst()
                .map(it -> Sighting.of(
                        "the gateway passed on nowhere %s for %04X that it had".formatted(it.pdu, it.target), it.at));
    }

    private static boolean routed(History history, Message message) {
        return history.of(Kind.UDS).stream()
                .anyMatch(entry -> entry.at() >= message.at
                        && entry.at() < message.at + ROUTED_WITHIN
                        && message.pdu.startsWith(entry.text("pdu")));
    }

    private static List<Message> messages(History history, long from) {
        List<Message> found = new ArrayList<>();
        for (PacketLog log : history.networks()) {
            for (PacketLog.Packet packet : log.packets()) {
                if (packet.at() >= from) {
                    message(packet).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The diagnostic message in a packet of TCP over IPv4; a message begins with its packet. */
    private static Optional<Message> message(PacketLog.Packet packet) {
        ByteBuffer bytes = packet.kept().duplicate();
        int segment = ETHERNET + (bytes.get(ETHERNET) & 0xF) * Integer.BYTES;
        if (bytes.get(ETHERNET + 9) != TCP) {
            return Optional.empty();
        }
        int message = segment + (bytes.get(segment + 12) >> 4 & 0xF) * Integer.BYTES;
        int pdu = message + DoipMessage.HEADER + ADDRESSES;
        if (bytes.limit() <= pdu || (bytes.getShort(message + 2) & 0xFFFF) != DoipType.DIAGNOSTIC_MESSAGE) {
            return Optional.empty();
        }
        byte[] request = new byte[bytes.limit() - pdu];
        bytes.position(pdu).get(request);
        return Optional.of(new Message(
                packet.at(),
                bytes.getShort(pdu - ADDRESSES) & 0xFFFF,
                bytes.getShort(pdu - Short.BYTES) & 0xFFFF,
                HEX.formatHex(request)));
    }
}
