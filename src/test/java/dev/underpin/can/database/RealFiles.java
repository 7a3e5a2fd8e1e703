package dev.underpin.can.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** DBC files that others wrote; README.md beside them says who. */
enum RealFiles {
    CANMATRIX("canmatrix_frame_decoding.dbc");

    private final String name;

    RealFiles(String name) {
        this.name = name;
    }

    String text() {
        try (InputStream in = RealFiles.class.getResourceAsStream("real/" + name)) {
            return DbcText.decode(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
