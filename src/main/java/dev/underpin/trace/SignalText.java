package dev.underpin.trace;

import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Message;
import dev.underpin.can.database.Reading;
import java.util.stream.Collectors;

/** The signals in a frame, as text. */
final class SignalText {
    private SignalText() {}

    static String of(Message message, CanFrame frame) {
        if (frame.remote()) {
            return "asks for it";
        }
        if (frame.length() < message.length()) {
            return "too short: %d of %d bytes".formatted(frame.length(), message.length());
        }
        return message.readings(frame.data()).stream().map(SignalText::text).collect(Collectors.joining("  "));
    }

    private static String text(Reading reading) {
        String unit = reading.signal().unit();
        String value = reading.label().orElseGet(() -> Numbers.text(reading.physical()));
        return reading.signal().name() + "=" + value
                + (unit.isEmpty() || reading.label().isPresent() ? "" : " " + unit);
    }
}
