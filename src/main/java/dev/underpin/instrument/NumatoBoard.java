package dev.underpin.instrument;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A relay board that is told by text, as Numato's are: {@code relay on 0}, {@code relay off 0}, {@code relay read 0} and a carriage return.
 * It repeats the command, answers {@code on} or {@code off} to a reading, and ends with a new line and {@code >} (Numato Lab, "USB Relay
 * Module", command set). Its relays count from 0, channels here from 1; from the tenth on it uses letters.
 */
public final class NumatoBoard implements RelayBoard {
    private static final int LETTERS = 36;

    private final Conversation conversation;

    /** @param line to the board; its own from now on */
    public NumatoBoard(Scheduler scheduler, ByteLine line) {
        conversation = new Conversation(scheduler, line, "relay board");
    }

    @Override
    public void set(int channel, boolean closed) {
        String relay = Integer.toString(channel - 1, LETTERS).toUpperCase(Locale.ROOT);
        String wanted = closed ? "on" : "off";
        String command = "relay %s %s".formatted(wanted, relay);
        say(command, "the command repeated and '>'", text -> {
            if (!text.contains(command)) {
                throw conversation.error(
                        command, "the command repeated", "'" + text + "'", "see that this is the board's port");
            }
        });
        String reading = "relay read " + relay;
        say(reading, "'" + wanted + "'", text -> {
            String found = text.replace(reading, "").strip();
            if (!found.equals(wanted)) {
                throw conversation.error(command, "'" + wanted + "'", "'" + found + "'", "the relay may be worn out");
            }
        });
    }

    private void say(String command, String expected, Consumer<String> then) {
        conversation.ask(
                (command + "\r").getBytes(StandardCharsets.US_ASCII),
                command,
                new Conversation.Answer(
                        expected,
                        text -> text.endsWith(">"),
                        text -> then.accept(text.substring(0, text.length() - 1).strip())));
    }

    @Override
    public boolean tells() {
        return true;
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
