package dev.underpin.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the project lies and where the user stands. The launcher tells the first by the system property {@code underpin.home}.
 *
 * @param project the project's folder
 * @param here the current directory
 */
record Home(Path project, Path here) {
    static Home ofProcess() {
        Path here = Path.of("").toAbsolutePath();
        return new Home(here.resolve(System.getProperty("underpin.home", "")).normalize(), here);
    }

    /** A file of the project, named from here when it lies below. */
    Path file(String name) {
        return shown(project.resolve(name));
    }

    /** A file as {@link #file} finds it from anywhere: from the project's folder when it lies below. */
    String ofProject(Path path) {
        Path absolute = here.resolve(path).normalize();
        return (absolute.startsWith(project) ? project.relativize(absolute) : absolute).toString();
    }

    /** The path as short as it can be named from here. */
    Path shown(Path path) {
        Path absolute = here.resolve(path).normalize();
        return absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : absolute;
    }

    /** The folders below which reports name files from there. */
    List<Path> bases() {
        return List.of(project, here);
    }
}
