package dev.underpin.can.log;

import org.jspecify.annotations.Nullable;

/** The names that a log notes for its numbered channels; a channel without one is called by its number. */
final class ChannelNames {
    private final @Nullable String[] names = new @Nullable String[ChannelNumbers.MOST + 1];

    void note(int number, String name) {
        if (number < names.length) {
            names[number] = Channel.named(name);
        }
    }

    String of(int number) {
        String name = number < names.length ? names[number] : null;
        return name == null ? Integer.toString(number) : name;
    }
}
