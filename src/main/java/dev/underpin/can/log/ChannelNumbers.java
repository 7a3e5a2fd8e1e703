package dev.underpin.can.log;

import dev.underpin.mistake.UserMistake;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the channels of a log whose format knows no names: a channel called by a number from 1 to 255 keeps it where it is free, the
 * others get the lowest free numbers in the order in which they appear.
 */
final class ChannelNumbers {
    static final int MOST = 255;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Tells a channel's number to a format that can note names beside numbers. */
    @FunctionalInterface
    interface Note<X extends Exception> {
        void channel(int number, String name) throws X;
    }

    /** The number of {@code channel}; a new one whose name is not its number goes to {@code note} first. */
    <X extends Exception> int of(String channel, Note<X> note) throws X {
        Integer known = numbers.get(channel);
        if (known != null) {
            return known;
        }
        int number = free(channel);
        numbers.put(channel, number);
        if (!channel.equals(Integer.toString(number))) {
            note.channel(number, channel);
        }
        return number;
    }

    private int free(String channel) {
        if (channel.matches("[1-9]\\d{0,2}")) {
            int own = Integer.parseInt(channel);
            if (own <= MOST && !numbers.containsValue(own)) {
                return own;
            }
        }
        for (int number = 1; number <= MOST; number++) {
            if (!numbers.containsValue(number)) {
                return number;
            }
        }
        throw UserMistake.saying(
                "this log format holds at most %d channels; \"%s\" is one more".formatted(MOST, channel));
    }
}
