package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.schich.javacan.CanChannels;
import tel.schich.javacan.CanSocketOptions;
import tel.schich.javacan.NetworkDevice;
import tel.schich.javacan.RawCanChannel;
import tel.schich.javacan.platform.linux.LinuxNativeOperationException;

/** A raw socket on a CAN interface that never blocks, sees its own frames and error frames. Confined to one thread. */
final class RawSocket implements Closeable {
    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int ALL_ERRORS = 0x1FFF_FFFF;

    private final CanInterface medium;
    private final RawCanChannel channel;
    private final FrameBuffer in = new FrameBuffer();
    private final FrameBuffer out = new FrameBuffer();

    private RawSocket(CanInterface medium, RawCanChannel channel) {
        this.medium = medium;
        this.channel = channel;
    }

    /** Throws {@link UserMistake} when the interface cannot be used; it says what to type. */
    static RawSocket open(String interfaceName) throws IOException {
        CanInterface found = CanInterface.find(interfaceName);
        return new RawSocket(found, channel(found));
    }

    static RawCanChannel channel(CanInterface found) throws IOException {
        try {
            RawCanChannel channel = CanChannels.newRawChannel(NetworkDevice.lookup(found.name()));
            channel.setOption(CanSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.setOption(CanSocketOptions.FD_FRAMES, found.fd());
            channel.setOption(CanSocketOptions.RECV_OWN_MSGS, true);
            channel.setOption(CanSocketOptions.ERR_FILTER, ALL_ERRORS);
            channel.configureBlocking(false);
            return channel;
        } catch (LinuxNativeOperationException refused) {
            throw Errno.of(refused).mistake(found.name());
        }
    }

    String name() {
        return medium.name();
    }

    RawCanChannel channel() {
        return channel;
    }

    /**
     * Hands a frame to the kernel; false when it has no room for it just now.
     *
     * @throws UserMistake when the interface does not take it
     */
    boolean write(CanFrame frame) throws IOException {
        try {
            channel.writeUnsafe(out.of(frame));
            return true;
        } catch (LinuxNativeOperationException refused) {
            Errno errno = Errno.of(refused);
            if (errno == Errno.AGAIN || errno == Errno.NO_BUFFERS) {
                return false;
            }
            throw errno.mistake(name());
        }
    }

    /**
     * The next data or remote frame that came; null when there is none.
     *
     * @throws UserMistake when the interface is down or gone
     */
    @Nullable
    CanFrame read() throws IOException {
        try {
            while (true) {
                int size = (int) channel.readUnsafe(in.empty());
                Optional<CanFrame> frame = in.isError() ? Optional.empty() : in.frame(size);
                if (frame.isPresent()) {
                    return frame.get();
                }
            }
        } catch (LinuxNativeOperationException refused) {
            if (Errno.of(refused) == Errno.AGAIN) {
                return null;
            }
            throw Errno.of(refused).mistake(name());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
