package dev.underpin.instrument.emulated;

import dev.underpin.serial.ByteLine;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What an instrument that is told by lines of text hears and says. */
final class TextEar implements ByteLine.Listener {
    private final ByteLine line;
    private final char end;
    private final Consumer<String> commands;
    private final StringBuilder heard = new StringBuilder();

    TextEar(ByteLine line, char end, Consumer<String> commands) {
        this.line = line;
        this.end = end;
        this.commands = commands;
        line.listen(this);
    }

    @Override
    public void bytes(byte[] some) {
        for (byte each : some) {
            if (each == end) {
                String command = heard.toString().strip();
                heard.setLength(0);
                commands.accept(command);
            } else {
                heard.append((char) (each & 0xff));
            }
        }
    }

    void say(String text) {
        line.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void lost(String how) {
        heard.setLength(0);
    }
}
