package dev.underpin.instrument;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Scheduler;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A relay board of the LCUS kind (CH340, 9600 baud). A command is four octets: {@code A0}, channel, 1 closed or 0 open, the sum of the three;
 * nothing comes back. Boards of several channels tell their state, a line {@code CH1: ON} for each channel, when they are sent {@code FF};
 * that of one channel (LCUS-1) does not (makers' product sheet, "LC USB switch communication protocol").
 */
public final class LcusBoard implements RelayBoard {
    private static final int START = 0xA0;
    private static final byte[] STATE = {(byte) 0xFF};

    private final Conversation conversation;
    private final boolean tells;

    /**
     * A board.
     *
     * @param line to the board; its own from now on
     * @param tells whether it can be asked its state
     */
    public LcusBoard(Scheduler scheduler, ByteLine line, boolean tells) {
        this.tells = tells;
        conversation = new Conversation(scheduler, line, "relay board");
    }

    @Override
    public void set(int channel, boolean closed) {
        int order = closed ? 1 : 0;
        byte[] command = {(byte) START, (byte) channel, (byte) order, (byte) (START + channel + order)};
        String shown = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(command);
        conversation.tell(command, shown);
        if (tells) {
            String wanted = "CH%d: %s".formatted(channel, closed ? "ON" : "OFF");
            conversation.ask(
                    STATE,
                    "FF after " + shown,
                    new Conversation.Answer(wanted, text -> state(text, channel).endsWith("\n"), text -> {
                        String found = state(text, channel).strip();
                        if (!found.replace(" ", "").equals(wanted.replace(" ", ""))) {
                            throw conversation.error(shown, wanted, "'" + found + "'", "the relay may be worn out");
                        }
                    }));
        }
    }

    /** The line of a channel, with its end; empty when it has not come. */
    private static String state(String text, int channel) {
        String upper = text.toUpperCase(Locale.ROOT);
        int from = upper.indexOf("CH%d:".formatted(channel));
        int end = from < 0 ? -1 : upper.indexOf('\n', from);
        return end < 0 ? "" : upper.substring(from, end + 1);
    }

    @Override
    public boolean tells() {
        return tells;
    }

    @Override
    public boolean settled() {
        return conversation.over();
    }

    @Override
    public void close() {
        conversation.close();
    }
}
