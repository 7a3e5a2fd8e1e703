package dev.underpin.bridge;

import dev.underpin.can.CanFrame;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/**
 * One datagram of python-can's {@code udp_multicast} interface: a msgpack map of the fields of {@code can.Message}. {@code dlc} counts bytes,
 * also in CAN FD. Fields with other names are passed over.
 */
final class MulticastMessage {
    private static final int MAX_FIELDS = 32;
    private static final int MAX_NAME = 64;
    private static final int MAX_DATA = 64;
    private static final int MAX_CLASSIC = 8;
    private static final int MAX_BASE = 0x7FF;
    private static final int FIELDS = 11;
    private static final double NANOS = 1e9;

    private @Nullable Long id;
    private @Nullable Boolean extended;
    private @Nullable Long dlc;
    private byte[] data = {};
    private boolean remote;
    private boolean error;
    private boolean fd;
    private boolean bitRateSwitch;
    private boolean errorPassive;

    private MulticastMessage() {}

    /** The datagram of a frame that ended at {@code at} on the bus {@code bus}. */
    static byte[] write(Instant at, String bus, CanFrame frame) {
        return write(packer -> {
            head(packer, at, bus, frame.id(), frame.extended());
            packer.packString("is_remote_frame").packBoolean(frame.remote());
            packer.packString("is_error_frame").packBoolean(false);
            packer.packString("dlc").packInt(frame.remote() ? Math.min(frame.dlc(), MAX_CLASSIC) : frame.length());
            packer.packString("data").packBinaryHeader(frame.length()).writePayload(frame.data());
            packer.packString("is_fd").packBoolean(frame.fd());
            packer.packString("bitrate_switch").packBoolean(frame.bitRateSwitch());
            packer.packString("error_state_indicator").packBoolean(frame.esi());
        });
    }

    /** The datagram of an error frame: its classes are the identifier, as python-can has them from SocketCAN. */
    static byte[] write(Instant at, String bus, ErrorFrame error) {
        return write(packer -> {
            head(packer, at, bus, error.classes(), error.classes() > MAX_BASE);
            packer.packString("is_remote_frame").packBoolean(false);
            packer.packString("is_error_frame").packBoolean(true);
            packer.packString("dlc").packInt(MAX_CLASSIC);
            packer.packString("data").packBinaryHeader(MAX_CLASSIC).writePayload(error.data());
            packer.packString("is_fd").packBoolean(false);
            packer.packString("bitrate_switch").packBoolean(false);
            packer.packString("error_state_indicator").packBoolean(false);
        });
    }

    private interface Fields {
        void into(MessageBufferPacker packer) throws IOException;
    }

    private static byte[] write(Fields fields) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(FIELDS);
            fields.into(packer);
            return packer.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void head(MessageBufferPacker packer, Instant at, String bus, int id, boolean extended)
            throws IOException {
        packer.packString("timestamp").packDouble(at.getEpochSecond() + at.getNano() / NANOS);
        packer.packString("arbitration_id").packInt(id);
        packer.packString("is_extended_id").packBoolean(extended);
        packer.packString("channel").packString(bus);
    }

    /** The frame of a datagram, which is to be sent. */
    static CanFrame read(byte[] datagram) throws BadInput {
        return parse(datagram, message -> {
            if (message.error) {
                throw new BadInput("an error frame, which no node can send as such");
            }
            return message.frame();
        });
    }

    /** What a datagram that arrived at {@code atNanos} tells of the bus {@code bus}. */
    static LogEntry entry(byte[] datagram, long atNanos, String bus) throws BadInput {
        return parse(
                datagram,
                message -> message.error
                        ? new LoggedError(atNanos, bus, message.errorFrame())
                        : new LoggedFrame(atNanos, bus, Direction.RX, message.frame()));
    }

    private interface Meaning<T> {
        T of(MulticastMessage message) throws BadInput;
    }

    private static <T> T parse(byte[] datagram, Meaning<T> meaning) throws BadInput {
        MulticastMessage message = new MulticastMessage();
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(datagram)) {
            int fields = unpacker.unpackMapHeader();
            if (fields > MAX_FIELDS) {
                throw new BadInput("more than %d fields".formatted(MAX_FIELDS));
            }
            for (int i = 0; i < fields; i++) {
                message.field(
                        new String(
                                payload(unpacker, unpacker.unpackRawStringHeader(), MAX_NAME), StandardCharsets.UTF_8),
                        unpacker);
            }
            if (unpacker.hasNext()) {
                throw new BadInput("something after the map");
            }
            return meaning.of(message);
        } catch (MessagePackException | IOException malformed) {
            throw new BadInput("no msgpack map of a can.Message");
        } catch (IllegalArgumentException outOfRange) {
            throw new BadInput(String.valueOf(outOfRange.getMessage()));
        }
    }

    private void field(String name, MessageUnpacker from) throws IOException, BadInput {
        switch (name) {
            case "arbitration_id" -> id = from.unpackLong();
            case "dlc" -> dlc = from.unpackLong();
            case "is_extended_id" -> extended = from.unpackBoolean();
            case "is_remote_frame" -> remote = from.unpackBoolean();
            case "is_error_frame" -> error = from.unpackBoolean();
            case "is_fd" -> fd = from.unpackBoolean();
            case "bitrate_switch" -> bitRateSwitch = from.unpackBoolean();
            case "error_state_indicator" -> errorPassive = from.unpackBoolean();
            case "data" ->
                data = from.tryUnpackNil() ? new byte[0] : payload(from, from.unpackBinaryHeader(), MAX_DATA);
            default -> from.skipValue();
        }
    }

    private static byte[] payload(MessageUnpacker from, int length, int atMost) throws IOException, BadInput {
        if (length > atMost) {
            throw new BadInput("%d bytes where at most %d can be".formatted(length, atMost));
        }
        return from.readPayload(length);
    }

    private ErrorFrame errorFrame() throws BadInput {
        Long classes = id;
        if (classes == null || classes < 0 || classes > Integer.MAX_VALUE || data.length > MAX_CLASSIC) {
            throw new BadInput("an error frame without classes of error, or with more than 8 bytes");
        }
        return ErrorFrame.of(classes.intValue(), data);
    }

    private CanFrame frame() throws BadInput {
        Long number = id;
        Boolean longer = extended;
        if (number == null || longer == null) {
            throw new BadInput("no arbitration_id or no is_extended_id");
        }
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new BadInput("arbitration_id %d fits no frame".formatted(number));
        }
        if (dlc != null && !remote && dlc != data.length) {
            throw new BadInput("dlc %d with %d bytes of data".formatted(dlc, data.length));
        }
        return frame(number.intValue(), longer);
    }

    private CanFrame frame(int number, boolean longer) throws BadInput {
        if (remote) {
            if (fd || data.length > 0) {
                throw new BadInput("a remote frame with data or in CAN FD");
            }
            return CanFrame.remote(number, longer, Math.clamp(dlc == null ? 0 : dlc, -1, 16));
        }
        if (fd) {
            return CanFrame.fd(number, longer, bitRateSwitch, data).withEsi(errorPassive);
        }
        return longer ? CanFrame.extended(number, data) : CanFrame.classic(number, data);
    }
}
