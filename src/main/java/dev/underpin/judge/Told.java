package dev.underpin.judge;

import dev.underpin.history.Entry;

/** A record in a few words. */
final class Told {
    private static final int MAX = 60;

    private Told() {}

    static String brief(Entry entry) {
        String words = switch (entry.kind()) {
            case SCREEN -> "%s %s on the %s".formatted(entry.text("view"), entry.text("change"), entry.text("screen"));
            case PRESS -> "\"%s\" pressed".formatted(entry.text("button"));
            case HTTP -> "%s %s %s".formatted(entry.text("method"), entry.text("path"), entry.text("status"));
            case UDS -> "%s %s %s".formatted(entry.text("ecu"), entry.text("direction"), entry.text("pdu"));
            case LAMP -> "lamp " + entry.text("lamp");
            case SIGNAL -> "%s.%s %s".formatted(entry.text("message"), entry.text("signal"), entry.text("label"));
            case ACTION -> "%s %s".formatted(entry.text("action"), entry.text("value"));
            case BOOT -> "%s restarted".formatted(entry.text("ecu"));
            case CONTROLLER -> "%s %s on %s".formatted(entry.text("node"), entry.text("state"), entry.text("bus"));
            case FAULT -> "%s %s".formatted(entry.text("fault"), entry.text("state"));
            case MEDIUM -> "%s on %s".formatted(entry.text("event"), entry.text("interface"));
            case STEP, ANSWER, SUPPLY, FLASH, VEHICLE, WITNESS, VERDICT ->
                entry.kind().name();
        };
        return words.length() <= MAX ? words : words.substring(0, MAX) + "…";
    }
}
