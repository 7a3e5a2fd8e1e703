package dev.underpin.cloud.image;

import java.nio.file.Path;

/** The release catalogue, or an image file that it names, is not as it must be: a mistake of its author. */
public final class CatalogueError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String field;
    private final String expected;
    private final String found;

    public CatalogueError(Path file, String field, String expected, String found) {
        super("%s: %s: expected %s, found %s".formatted(file, field, expected, found));
        this.file = file;
        this.field = field;
        this.expected = expected;
        this.found = found;
    }

    /** The catalogue's file. */
    public Path file() {
        return file;
    }

    /** The way to the field, such as {@code releases.full.images[2].size}. */
    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
