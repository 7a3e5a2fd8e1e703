package dev.underpin.instrument.emulated;

import dev.underpin.serial.ByteLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A relay board, played; it fails when it is told to: it dies, repeats a command falsely, or a contact sticks.
 *
 * <p>Threading: the line's.
 */
public final class RelayBoardEmulator {
    private static final int CHANNELS = 8;
    private static final int START = 0xA0;
    private static final int STATE = 0xFF;

    private final ByteLine line;
    private final BitSet closed = new BitSet();
    private final BitSet stuck = new BitSet();
    private final List<Integer> octets = new ArrayList<>();
    private Listener listener = (channel, now) -> {};
    private boolean dead;
    private boolean garbled;

    /** Hears contacts. */
    @FunctionalInterface
    public interface Listener {
        /** The contact of a channel, from 1, has closed or opened. */
        void contact(int channel, boolean closed);
    }

    private RelayBoardEmulator(ByteLine line) {
        this.line = line;
    }

    /** One that is told by octets. */
    public static RelayBoardEmulator lcus(ByteLine line) {
        RelayBoardEmulator board = new RelayBoardEmulator(line);
        line.listen(board.new OctetEar());
        return board;
    }

    /** One that is told by text. */
    public static RelayBoardEmulator numato(ByteLine line) {
        RelayBoardEmulator board = new RelayBoardEmulator(line);
        new TextEar(line, '\r', board::text);
        return board;
    }

    /** Who hears its contacts. */
    public void listen(Listener next) {
        listener = next;
    }

    /** Answers nothing and moves nothing any more. */
    public void die() {
        dead = true;
    }

    /** Says something else than it should. */
    public void garble() {
        garbled = true;
    }

    /** The contact of a channel stays as it is. */
    public void stick(int channel) {
        stuck.set(channel);
    }

    /** Whether the contact of a channel is closed. */
    public boolean isClosed(int channel) {
        return closed.get(channel);
    }

    private void set(int channel, boolean now) {
        if (!stuck.get(channel) && closed.get(channel) != now) {
            closed.set(channel, now);
            listener.contact(channel, now);
        }
    }

    private void text(String command) {
        if (dead) {
            return;
        }
        String answer = "";
        String[] words = command.split(" ", -1);
        if (words.length == 3 && words[0].equals("relay")) {
            int channel = Integer.parseInt(words[2], 36) + 1;
            switch (words[1]) {
                case "on" -> set(channel, true);
                case "off" -> set(channel, false);
                default -> answer = isClosed(channel) ? "on\n\r" : "off\n\r";
            }
        }
        say((garbled ? "\u0010??" : command) + "\n\r" + answer + ">");
    }

    private void octet(int value) {
        if (octets.isEmpty() && value == STATE) {
            states();
            return;
        }
        octets.add(value);
        if (octets.getFirst() != START) {
            octets.clear();
        } else if (octets.size() == 4) {
            int sum = octets.get(0) + octets.get(1) + octets.get(2) & 0xff;
            if (sum == octets.get(3)) {
                set(octets.get(1), octets.get(2) == 1);
            }
            octets.clear();
        }
    }

    private void states() {
        StringBuilder all = new StringBuilder();
        for (int channel = 1; channel <= CHANNELS; channel++) {
            all.append("CH%d: %s\r\n".formatted(channel, garbled ? "??" : isClosed(channel) ? "ON " : "OFF"));
        }
        say(all.toString());
    }

    private void say(String text) {
        line.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private final class OctetEar implements ByteLine.Listener {
        @Override
        public void bytes(byte[] some) {
            for (byte each : some) {
                if (!dead) {
                    octet(each & 0xff);
                }
            }
        }

        @Override
        public void lost(String how) {
            dead = true;
        }
    }
}
