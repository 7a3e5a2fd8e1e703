package dev.underpin.bridge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts what a socketcand client sends into commands: what stands between {@code <} and {@code >}; anything else is passed over. */
final class CommandReader {
    private static final int MAX_LENGTH = 1000;

    private final InputStream in;

    CommandReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The inside of the next command; empty at the end of the stream.
     *
     * @throws BadInput when it is longer than any command
     */
    Optional<String> next() throws IOException, BadInput {
        int symbol = in.read();
        while (symbol != '<') {
            if (symbol < 0) {
                return Optional.empty();
            }
            symbol = in.read();
        }
        StringBuilder inside = new StringBuilder();
        for (symbol = in.read(); symbol != '>'; symbol = in.read()) {
            if (symbol < 0) {
                return Optional.empty();
            }
            if (inside.length() == MAX_LENGTH) {
                throw new BadInput("a command is longer than %d characters".formatted(MAX_LENGTH));
            }
            inside.append((char) symbol);
        }
        return Optional.of(inside.toString());
    }
}
