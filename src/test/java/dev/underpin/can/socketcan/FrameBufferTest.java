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
