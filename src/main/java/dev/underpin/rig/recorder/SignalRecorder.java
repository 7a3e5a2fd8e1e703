package dev.underpin.rig.recorder;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Database;
import dev.underpin.can.database.Message;
import dev.underpin.can.database.Signal;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes each change of the state signals on a bus: those with a value table, and those of one bit. */
public final class SignalRecorder implements CanBus.Observer {
    private static final int BASE_IDENTIFIERS = 0x800;

    private final Pen pen;
    private final String bus;
    private final @Nullable Watched[] watched = new @Nullable Watched[BASE_IDENTIFIERS];

    public SignalRecorder(Pen pen, String bus, Database signals) {
        this.pen = pen;
        this.bus = bus;
        for (Message message : signals.messages()) {
            List<Signal> states =
                    message.signals().stream().filter(SignalRecorder::isState).toList();
            if (!states.isEmpty() && !message.extended()) {
                watched[message.id()] = new Watched(message, states);
            }
        }
    }

    private static boolean isState(Signal signal) {
        return signal.length() == 1 || !signal.labels().isEmpty();
    }

    @Override
    public void frame(long at, String sender, CanFrame frame) {
        Watched message = frame.extended() || frame.remote() ? null : watched[frame.id()];
        if (message != null && frame.length() >= message.bytes()) {
            message.look(frame.data());
        }
    }

    private final class Watched {
        private final Message message;
        private final Signal[] states;
        private final long[] last;
        private final boolean[] seen;

        Watched(Message message, List<Signal> states) {
            this.message = message;
            this.states = states.toArray(Signal[]::new);
            this.last = new long[states.size()];
            this.seen = new boolean[states.size()];
        }

        int bytes() {
            return message.length();
        }

        void look(byte[] data) {
            for (int i = 0; i < states.length; i++) {
                if (message.active(states[i], data)) {
                    look(i, data);
                }
            }
        }

        private void look(int index, byte[] data) {
            long raw = states[index].raw(data);
            if (!seen[index] || last[index] != raw) {
                seen[index] = true;
                last[index] = raw;
                write(states[index], raw, states[index].label(data));
            }
        }

        private void write(Signal signal, long raw, Optional<String> label) {
            pen.write(
                    Kind.SIGNAL,
                    bus,
                    Fields.of("bus", bus)
                            .and("message", message.name())
                            .and("signal", signal.name())
                            .and("value", raw)
                            .and("label", label.orElse(null)));
        }
    }
}
