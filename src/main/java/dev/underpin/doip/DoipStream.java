package dev.underpin.doip;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts the bytes of a TCP connection into DoIP messages (ISO 13400-2:2019 clause 7.3). A message that is going to be refused for its header
 * is handed on without its payload, which is passed over as it comes: an unknown type, or longer than {@code maximum}. Behind a header
 * without pattern nothing more is read, for there is no telling where the next message begins.
 *
 * <p>Memory: never more than the bytes of one payload that have come. Confined to one thread.
 */
public final class DoipStream {
    private static final int FIRST_ROOM = 4096;

    private final long maximum;
    private final Consumer<DoipMessage> sink;
    private final byte[] header = new byte[DoipMessage.HEADER];
    private int headerBytes;
    private byte[] payload = {};
    private int payloadBytes;
    private long passOver;
    private boolean collecting;
    private boolean lost;

    /**
     * A stream at its beginning.
     *
     * @param maximum the longest payload that is collected, bytes
     * @param sink gets each message as soon as it is complete
     */
    public DoipStream(long maximum, Consumer<DoipMessage> sink) {
        this.maximum = maximum;
        this.sink = sink;
    }

    /** Takes the next bytes, from {@code offset} on. */
    public void take(byte[] bytes, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end && !lost) {
            if (passOver > 0) {
                int passed = (int) Math.min(passOver, end - at);
                passOver -= passed;
                at += passed;
            } else if (collecting) {
                at += collect(bytes, at, end);
            } else {
                header[headerBytes++] = bytes[at++];
                if (headerBytes == header.length) {
                    begin(DoipMessage.decode(header));
                }
            }
        }
    }

    /** Whether the stream lost its pattern; nothing more comes of it. */
    public boolean isLost() {
        return lost;
    }

    private void begin(DoipMessage head) {
        headerBytes = 0;
        if (!head.hasPattern()) {
            lost = true;
            sink.accept(head);
        } else if (head.length() > maximum || !DoipType.TO_ENTITY_OVER_TCP.contains(head.type())) {
            passOver = head.length();
            sink.accept(head);
        } else if (head.length() == 0) {
            sink.accept(head);
        } else {
            collecting = true;
            payloadBytes = 0;
            payload = new byte[(int) Math.min(head.length(), FIRST_ROOM)];
        }
    }

    private int collect(byte[] bytes, int at, int end) {
        DoipMessage head = DoipMessage.decode(header);
        int length = (int) head.length();
        int count = Math.min(length - payloadBytes, end - at);
        if (payload.length < payloadBytes + count) {
            payload = Arrays.copyOf(payload, Math.min(length, Math.max(payloadBytes + count, 2 * payload.length)));
        }
        System.arraycopy(bytes, at, payload, payloadBytes, count);
        payloadBytes += count;
        if (payloadBytes == length) {
            collecting = false;
            byte[] whole = payload;
            payload = new byte[0];
            sink.accept(new DoipMessage(head.version(), head.inverse(), head.type(), length, whole));
        }
        return count;
    }
}
