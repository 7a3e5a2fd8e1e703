package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.LoggedError;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

class MulticastMessageTest {
    private static final Instant AT = Instant.parse("2026-11-02T07:00:00.25Z");

    private interface Fields {
        void into(MessageBufferPacker packer) throws IOException;
    }

    @Test
    void a_frame_comes_back_as_it_was_but_for_its_raw_dlc() throws BadInput {
        for (CanFrame frame : RandomFrames.of(11, 5000).toList()) {
            assertThat(MulticastMessage.read(MulticastMessage.write(AT, "drive", frame)))
                    .isEqualTo(withPlainDlc(frame));
        }
    }

    @Test
    void an_error_frame_comes_back_from_its_datagram() throws BadInput {
        ErrorFrame error = new ErrorFrame(0x288, 0x0000_040A_0000_0001L);

        assertThat(MulticastMessage.entry(MulticastMessage.write(Instant.EPOCH, "drive", error), 7, "drive"))
                .isEqualTo(new LoggedError(7, "drive", error));
    }

    @Test
    void fields_of_later_versions_are_passed_over() throws Exception {
        byte[] datagram = map(4, packer -> {
            packer.packString("arbitration_id").packInt(0x7E4);
            packer.packString("is_extended_id").packBoolean(false);
            packer.packString("is_rx").packArrayHeader(2).packInt(1).packNil();
            packer.packString("data").packNil();
        });

        assertThat(MulticastMessage.read(datagram)).isEqualTo(CanFrame.classic(0x7E4));
    }

    @Test
    void sizes_that_only_pretend_reserve_no_memory() throws Exception {
        byte[] name = map(1, packer -> packer.packRawStringHeader(Integer.MAX_VALUE));
        byte[] data = map(1, packer -> packer.packString("data").packBinaryHeader(Integer.MAX_VALUE));
        byte[] array = map(1, packer -> packer.packString("else").packArrayHeader(Integer.MAX_VALUE));
        byte[] fields = map(Integer.MAX_VALUE, packer -> {});

        for (byte[] datagram : List.of(name, data, array, fields)) {
            refuses(datagram, "");
        }
    }

    @Test
    void what_is_no_frame_is_refused_with_the_reason() throws Exception {
        refuses(new byte[0], "no msgpack map");
        refuses(new byte[] {(byte) 0x80}, "no arbitration_id");
        refuses(frame(0x800, 0, packer -> {}, 0), "does not fit");
        refuses(frame(-1, 0, packer -> {}, 0), "fits no frame");
        refuses(frame(1, 9, packer -> {}, 0), "at most 8 bytes");
        refuses(frame(1, 9, packer -> packer.packString("is_fd").packBoolean(true), 1), "no CAN FD data length code");
        refuses(frame(1, 2, packer -> packer.packString("dlc").packInt(3), 1), "dlc 3 with 2 bytes");
        refuses(frame(1, 0, packer -> packer.packString("is_error_frame").packBoolean(true), 1), "error frame");
        refuses(frame(1, 1, packer -> packer.packString("is_remote_frame").packBoolean(true), 1), "remote frame");
    }

    private static void refuses(byte[] datagram, String why) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> MulticastMessage.read(datagram))
                .withMessageContaining(why);
    }

    private static byte[] frame(int id, int length, Fields more, int moreFields) throws IOException {
        return map(3 + moreFields, packer -> {
            packer.packString("arbitration_id").packInt(id);
            packer.packString("is_extended_id").packBoolean(false);
            packer.packString("data").packBinaryHeader(length).writePayload(new byte[length]);
            more.into(packer);
        });
    }

    private static byte[] map(int size, Fields fields) throws IOException {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(size);
            fields.into(packer);
            return packer.toByteArray();
        }
    }

    private static CanFrame withPlainDlc(CanFrame frame) {
        if (frame.fd() || frame.dlc() <= 8) {
            return frame;
        }
        return frame.remote() ? CanFrame.remote(frame.id(), frame.extended(), 8) : frame.withRawDlc(8);
    }
}
