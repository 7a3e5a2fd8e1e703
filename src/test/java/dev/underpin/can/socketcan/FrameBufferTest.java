package dev.underpin.can.socketcan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.can.log.ErrorFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBufferTest {
    private final FrameBuffer buffer = new FrameBuffer();

    @Test
    void a_frame_that_was_written_is_read_again() {
        List<CanFrame> frames = List.of(
                CanFrame.classic(0x7FF, new byte[] {1, 2, 3}),
                CanFrame.extended(0x1FFF_FFFF),
                CanFrame.remote(0x123, false, 5),
                CanFrame.classic(1, new byte[8]).withRawDlc(15),
                CanFrame.fd(0x18DA_10F1, true, true, new byte[64]).withEsi(true));

        for (CanFrame frame : frames) {
            int size = buffer.of(frame).remaining();

            assertThat(buffer.isError()).isFalse();
            assertThat(size).isEqualTo(frame.fd() ? 72 : 16);
            assertThat(buffer.frame(size)).contains(frame);
        }
    }

    @Test
    void what_no_controller_can_have_sent_is_no_frame() {
        ByteBuffer octets = buffer.empty().order(ByteOrder.nativeOrder());
        octets.putInt(0, 0x123).put(4, (byte) 9);

        assertThat(buffer.frame(72)).isEmpty();
        assertThat(buffer.frame(16)).isEmpty();
    }

    @Test
    void what_is_read_is_like_what_was_written_only_if_every_octet_is() {
        CanFrame written = CanFrame.fd(0x123, false, true, new byte[64]);
        FrameBuffer read = new FrameBuffer();
        int size = read.of(written).remaining();
        buffer.of(written);
        assertThat(read.isLike(buffer, size)).isTrue();

        for (CanFrame other : List.of(
                written.withId(0x124, false),
                written.withByte(63, 1),
                CanFrame.fd(0x123, false, false, new byte[64]),
                CanFrame.fd(0x123, false, true, new byte[48]),
                CanFrame.classic(0x123, new byte[8]))) {
            buffer.of(other);
            assertThat(read.isLike(buffer, size)).as(other::toString).isFalse();
        }
    }

    @Test
    void nothing_of_a_frame_written_before_is_left() {
        buffer.of(CanFrame.fd(0x18DA_10F1, true, true, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
        CanFrame shorter = CanFrame.classic(1, new byte[] {5});
        ByteBuffer octets = buffer.of(shorter).duplicate().order(ByteOrder.nativeOrder());

        assertThat(octets.getInt(0)).isEqualTo(1);
        assertThat(octets.getInt(4)).isEqualTo(1);
        assertThat(octets.getLong(8)).isEqualTo(5);
        assertThat(octets.remaining()).isEqualTo(16);
    }

    @Test
    void error_frames_tell_the_controller_state() {
        ControllerState active = ControllerState.ERROR_ACTIVE;

        assertThat(ErrorStates.after(new ErrorFrame(0x040, 0), active)).isEqualTo(ControllerState.BUS_OFF);
        assertThat(ErrorStates.after(new ErrorFrame(0x100, 0), ControllerState.BUS_OFF))
                .isEqualTo(active);
        assertThat(ErrorStates.after(new ErrorFrame(0x004, 0x0020_0000_0000_0000L), active))
                .isEqualTo(ControllerState.ERROR_PASSIVE);
        assertThat(ErrorStates.after(new ErrorFrame(0x004, 0x0008_0000_0000_0000L), active))
                .isEqualTo(ControllerState.ERROR_WARNING);
        assertThat(ErrorStates.after(new ErrorFrame(0x008, 0), ControllerState.ERROR_PASSIVE))
                .isEqualTo(ControllerState.ERROR_PASSIVE);
    }
}
