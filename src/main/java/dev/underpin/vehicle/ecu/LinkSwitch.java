package dev.underpin.vehicle.ecu;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.Sid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the ways to one diagnostic server: a response leaves on the way on which its request came. While a request of one tester is
 * served, those of testers on other ways are refused with 0x21, functional ones passed over.
 */
final class LinkSwitch implements ServerLink {
    /** After P2 without any response the server has chosen to be silent. */
    private static final long SILENT_AFTER = 60 * Nanos.MILLISECOND;

    private final Alarm silence;
    private final List<Listener> servers = new ArrayList<>();
    private @Nullable ServerLink asking;
    private @Nullable ServerLink last;
    private boolean live;

    LinkSwitch(Scheduler scheduler) {
        silence = scheduler.alarm(() -> asking = null);
    }

    /** Adds a way. */
    void attach(ServerLink link) {
        link.listen((message, functional) -> heard(link, message, functional));
    }

    /** Lets messages through, or drops them. */
    void live(boolean on) {
        live = on;
        asking = null;
        silence.cancel();
    }

    @Override
    public void listen(Listener listener) {
        servers.add(listener);
    }

    @Override
    public void send(byte[] response, Runnable done) {
        ServerLink to = asking;
        if (!live || to == null) {
            done.run();
            return;
        }
        if (!refuses(response, Nrc.BUSY_REPEAT_REQUEST)) {
            silence.cancel();
            if (!refuses(response, Nrc.RESPONSE_PENDING)) {
                asking = null;
            }
        }
        to.send(response, done);
    }

    @Override
    public void sendUnasked(byte[] message, Runnable done) {
        if (live && last != null) {
            last.sendUnasked(message, done);
        } else {
            done.run();
        }
    }

    @Override
    public void sendPeriodic(byte[] message, Runnable done) {
        if (live && last != null) {
            last.sendPeriodic(message, done);
        } else {
            done.run();
        }
    }

    @Override
    public void serving() {
        if (asking != null) {
            asking.serving();
        }
    }

    private void heard(ServerLink from, byte[] message, boolean functional) {
        if (!live || message.length == 0) {
            return;
        }
        if (asking == null || asking.equals(from)) {
            boolean patienceAsked = asking != null && !silence.armed();
            asking = from;
            last = from;
            if (!patienceAsked) {
                silence.in(SILENT_AFTER);
            }
            servers.forEach(server -> server.request(message, functional));
        } else if (!functional) {
            from.send(refusal(message[0], Nrc.BUSY_REPEAT_REQUEST), () -> {});
        }
    }

    private static boolean refuses(byte[] response, Nrc nrc) {
        return response.length == 3 && response[0] == Sid.NEGATIVE && (response[2] & 0xFF) == nrc.code();
    }

    private static byte[] refusal(byte sid, Nrc nrc) {
        return new byte[] {Sid.NEGATIVE, sid, (byte) nrc.code()};
    }
}
