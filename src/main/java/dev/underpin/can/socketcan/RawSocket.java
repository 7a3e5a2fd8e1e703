package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import tel.schich.javacan.CanChannels;
import tel.schich.javacan.CanSocketOptions;
import tel.schich.javacan.NetworkDevice;
import tel.schich.javacan.RawCanChannel;
import tel.schich.javacan.platform.linux.LinuxNativeOperationException;

/**
 * A raw socket on a CAN interface that waits in the kernel for each frame, sees its own frames and error frames. Confined to one thread.
 */
final class RawSocket implements Closeable {
    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int ALL_ERRORS = 0x1FFF_FFFF;

    /** How long it waits for a frame. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final CanInterface medium;
    private final RawCanChannel channel;
    private final FrameBuffer in = new FrameBuffer();
    private final FrameBuffer out = new FrameBuffer();
    private int size;

    private RawSocket(CanInterface medium, RawCanChannel channel) {
        this.medium = medium;
        this.channel = channel;
    }

    /** Throws {@link UserMistake} when the interface cannot be used; it says what to type. */
    static RawSocket open(String interfaceName) throws IOException {
        CanInterface found = CanInterface.find(interfaceName);
        RawCanChannel channel = channel(found);
        channel.setOption(CanSocketOptions.SO_RCVTIMEO, PATIENCE);
        channel.setOption(CanSocketOptions.SO_SNDTIMEO, PATIENCE);
        return new RawSocket(found, channel);
    }

    /** The channel of such a socket, without a limit of its waiting. */
    static RawCanChannel channel(CanInterface found) throws IOException {
        try {
            RawCanChannel channel = CanChannels.newRawChannel(NetworkDevice.lookup(found.name()));
            channel.setOption(CanSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.setOption(CanSocketOptions.FD_FRAMES, found.fd());
            channel.setOption(CanSocketOptions.RECV_OWN_MSGS, true);
            channel.setOption(CanSocketOptions.ERR_FILTER, ALL_ERRORS);
            return channel;
        } catch (LinuxNativeOperationException refused) {
            throw Errno.of(refused).mistake(found.name());
        } catch (LinkageError absent) {
            throw absent();
        }
    }

    /** This machine has no SocketCAN. */
    static UserMistake absent() {
        return UserMistake.saying("SocketCAN: expected Linux on x86_64 or aarch64, found %s on %s"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    String name() {
        return medium.name();
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
     * Waits for whatever comes next; false when nothing came for a second.
     *
     * @throws UserMistake when the interface is down or gone
     */
    boolean next() throws IOException {
        try {
            size = (int) channel.readUnsafe(in.empty());
            return true;
        } catch (LinuxNativeOperationException refused) {
            Errno errno = Errno.of(refused);
            if (errno == Errno.INTERRUPTED) {
                return next();
            }
            if (errno == Errno.AGAIN) {
                return false;
            }
            throw errno.mistake(name());
        }
    }

    /** Whether what came last is what was written to {@code sender} last, octet by octet. */
    boolean shows(RawSocket sender) {
        return in.isLike(sender.out, size);
    }

    /** The data or remote frame that came last; empty when it was none that a controller can have sent. */
    Optional<CanFrame> frame() {
        return in.isError() ? Optional.empty() : in.frame(size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
