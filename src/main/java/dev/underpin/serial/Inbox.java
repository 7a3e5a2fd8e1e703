package dev.underpin.serial;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What came over a line, kept until somebody listens. */
final class Inbox implements ByteLine.Listener {
    private final Queue<byte[]> early = new ArrayDeque<>();
    private ByteLine.@Nullable Listener listener;
    private @Nullable String lost;

    void listen(ByteLine.Listener next) {
        listener = next;
        for (byte[] some = early.poll(); some != null; some = early.poll()) {
            next.bytes(some);
        }
        if (lost != null) {
            next.lost(lost);
        }
    }

    @Override
    public void bytes(byte[] some) {
        if (listener == null) {
            early.add(some);
        } else {
            listener.bytes(some);
        }
    }

    @Override
    public void lost(String how) {
        if (lost == null) {
            lost = how;
            if (listener != null) {
                listener.lost(how);
            }
        }
    }
}
