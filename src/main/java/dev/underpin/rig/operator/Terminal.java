package dev.underpin.rig.operator;

import dev.underpin.rig.RigError;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Objects;
import java.util.Optional;

/** Where the operator is asked and answers, line by line. Threading: one thread. */
public interface Terminal {
    /** Shows a line. */
    void show(String line);

    /** The next line that was typed; empty when none was yet. Does not wait. */
    Optional<String> line();

    /**
     * The terminal from which the program was started.
     *
     * @throws RigError when it was started without one
     */
    static Terminal console() {
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new RigError(
                    "the rig file lets the operator be asked on the terminal, but there is none: start the run from a terminal,"
                            + " or take 'operator' out of the rig file");
        }
        return of(console.writer(), console.reader());
    }

    /** A terminal of that paper and those keys. */
    static Terminal of(PrintWriter out, Reader in) {
        return new Terminal() {
            private final StringBuilder typed = new StringBuilder();

            @Override
            public void show(String line) {
                out.println(line);
                out.flush();
            }

            @Override
            public Optional<String> line() {
                try {
                    while (in.ready()) {
                        int key = in.read();
                        if (key == '\n' || key < 0) {
                            String line = typed.toString().strip();
                            typed.setLength(0);
                            return Optional.of(line);
                        }
                        typed.append((char) key);
                    }
                    return Optional.empty();
                } catch (IOException gone) {
                    throw new RigError("the terminal on which the operator is asked is gone: " + gone.getMessage());
                }
            }
        };
    }
}
