package dev.underpin.can.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** DBC files that others wrote; README.md beside them says who. */
enum RealFiles {
    CANMATRIX("canmatrix_frame_decoding.dbc"),
    CANOPEN("canmatrix_canopen.dbc"),
    TEST("canmatrix_test.dbc");

    private final String name;

    RealFiles(String name) {
        this.name = name;
    }

    /** The file, its one message of a name that another has renamed. */
    String text() {
        return asWritten()
                .replace("BO_ 385 Receive_PDO_Mapping_Parameter_1:", "BO_ 385 Receive_PDO_Mapping_Parameter_B:");
    }

    /** The file. */
    String asWritten() {
        try (InputStream in = RealFiles.class.getResourceAsStream("real/" + name)) {
            return DbcText.decode(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
