package dev.underpin.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The folder through which this machine and the virtual one tell each other what to do and what became of it. Closing it deletes it. */
final class Exchange implements AutoCloseable {
    private static final String COMMAND = "command.sh";
    private static final String RESULTS = "results";
    private static final String CODE = "code";
    private static final String CONSOLE = "console";
    private static final int LAST_LINES = 8;

    /** HotSpot's second compiler costs more here than it gives; with several emulated processors its code also crashed. */
    static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:MetaspaceSize=128m -Xms512m -Xmn256m";

    private final Path folder;

    private Exchange(Path folder) {
        this.folder = folder;
    }

    /** A new one that holds what the guest shall do. */
    static Exchange with(Guest guest) throws IOException {
        Exchange exchange = new Exchange(Files.createTempDirectory("underpin-vm-"));
        exchange.forgetAtExit();
        Path results = guest.results();
        Files.writeString(
                exchange.file(RESULTS),
                results == null ? "" : results.toAbsolutePath().normalize() + "\n");
        Files.writeString(exchange.file(COMMAND), script(guest));
        return exchange;
    }

    /** A process that is told to end (SIGTERM) leaves nothing behind either. */
    private void forgetAtExit() {
        folder.toFile().deleteOnExit();
        for (String name : List.of(COMMAND, RESULTS, CODE, CONSOLE)) {
            file(name).toFile().deleteOnExit();
        }
    }

    private static String script(Guest guest) {
        return """
                export PATH HOME=/root LANG=C.UTF-8 JDK_JAVA_OPTIONS='%s'
                cd %s && exec %s
                """.formatted(
                        JAVA_OPTIONS,
                        quoted(guest.directory().toAbsolutePath().toString()),
                        guest.command().stream().map(Exchange::quoted).collect(Collectors.joining(" ")));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    Path folder() {
        return folder;
    }

    /** Where the kernel's console goes. */
    Path console() {
        return file(CONSOLE);
    }

    /** What became of it, once the machine is off. */
    Ending ending() throws IOException {
        if (Files.exists(file(CODE))) {
            String code =
                    Files.readString(file(CODE), StandardCharsets.US_ASCII).strip();
            if (!code.isEmpty()) {
                return new Ending.Ended(Integer.parseInt(code));
            }
        }
        return new Ending.Lost(lastWords());
    }

    private String lastWords() throws IOException {
        if (!Files.exists(console())) {
            return "nothing";
        }
        List<String> lines =
                Files.readString(console(), StandardCharsets.ISO_8859_1).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
