package dev.underpin.serial;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A device's TCP port, as instruments have it for SCPI (5025 by custom). It is looked into each millisecond of vehicle time.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class TcpLine implements ByteLine {
    private static final long LOOK = Nanos.MILLISECOND;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ROOM = 4_096;

    private final SocketChannel channel;
    private final String name;
    private final Inbox inbox = new Inbox();
    private final ByteBuffer room = ByteBuffer.allocate(ROOM);
    private final Alarm look;

    private TcpLine(SocketChannel channel, String name, Scheduler scheduler) {
        this.channel = channel;
        this.name = name;
        look = scheduler.alarm(this::look);
        look.in(LOOK);
    }

    /**
     * Connects.
     *
     * @throws DeviceError when nothing answers there within three seconds
     */
    public static TcpLine connect(String host, int port, Scheduler scheduler) {
        String name = host + ":" + port;
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.socket().connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                return new TcpLine(channel, name, scheduler);
            } catch (IOException refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw new DeviceError(
                    "device " + name,
                    "connecting",
                    "it to accept a connection",
                    String.valueOf(refused.getMessage()),
                    "see that it is on and reached with: ping " + host);
        }
    }

    private void look() {
        try {
            int count = channel.read(room.clear());
            look.in(LOOK);
            if (count < 0) {
                gone("that it ended the connection");
            } else if (count > 0) {
                byte[] some = new byte[count];
                room.flip().get(some);
                inbox.bytes(some);
            }
        } catch (IOException broken) {
            gone(String.valueOf(broken.getMessage()));
        }
    }

    private void gone(String how) {
        close();
        inbox.lost(how);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                if (channel.write(left) == 0) {
                    gone("that it does not read");
                    return;
                }
            }
        } catch (IOException broken) {
            gone(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public void listen(Listener listener) {
        inbox.listen(listener);
    }

    @Override
    public void close() {
        look.cancel();
        try {
            channel.close();
        } catch (IOException unclosed) {
            inbox.lost(String.valueOf(unclosed.getMessage()));
        }
    }
}
