package dev.underpin.report.picture;

import dev.underpin.history.Entry;
import dev.underpin.report.picture.Message.Shape;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns records of the history into messages between the parties of the contract; what says nothing to a reader is left out. */
final class Translation {
    static final String DRIVER = "Driver";
    static final String VEHICLE = "Vehicle";
    static final String TELEMATICS = "TCU";
    static final String CLOUD = "Cloud";
    static final String DESK = "Support desk";

    private static final String APP = "App";
    private static final Pattern VIN = Pattern.compile("/[A-HJ-NPR-Z0-9]{17}(?=/|$)");
    private static final Pattern HASH = Pattern.compile("(?<=/)[0-9a-f]{16,}\\.");
    private static final Pattern IDENTIFIER = Pattern.compile("/(?=[^/]*[0-9])[A-Za-z0-9_-]{8,}(?=/|$)");
    private static final Pattern ROUTINE = Pattern.compile(
            "(GET .*/(mailbox|commands|update|inbox|sessions|\\{id\\})|(POST|PUT) .*/(events|health))$");

    private Translation() {}

    static Optional<Message> of(Entry entry) {
        return switch (entry.kind()) {
            case STEP -> step(entry);
            case PRESS -> Optional.of(press(entry));
            case ACTION -> Optional.of(action(entry));
            case SCREEN -> screen(entry);
            case LAMP -> Optional.of(lamp(entry));
            case HTTP -> Optional.of(http(entry));
            case UDS -> UdsTranslation.of(entry);
            case BOOT -> Optional.of(boot(entry));
            case FAULT -> Optional.of(fault(entry));
            case CONTROLLER -> controller(entry);
            case ANSWER, SIGNAL, SUPPLY, FLASH, VEHICLE, MEDIUM, WITNESS, VERDICT -> Optional.empty();
        };
    }

    private static Optional<Message> step(Entry entry) {
        return entry.is("state", "started")
                ? Optional.of(Message.of(entry, Shape.STEP, "", "", entry.text("text")))
                : Optional.empty();
    }

    private static Message press(Entry entry) {
        String answer = entry.is("effect", "none") ? "nothing happens" : "";
        return Message.of(
                        entry,
                        Shape.CALL,
                        DRIVER,
                        party(entry.text("screen")),
                        "presses \"%s\"".formatted(entry.text("button")))
                .answered(answer);
    }

    private static Message action(Entry entry) {
        String text = (entry.text("action") + " " + entry.text("value")).strip();
        boolean refused = entry.fields().containsKey("granted") && !entry.flag("granted");
        return Message.of(entry, Shape.CALL, DRIVER, VEHICLE, text)
                .answered(refused ? "refused " + entry.text("reason") : "");
    }

    private static Optional<Message> screen(Entry entry) {
        if (entry.is("change", "dismissed")) {
            return Optional.empty();
        }
        Message shown = Message.of(entry, Shape.SHOWN, party(entry.text("screen")), DRIVER, entry.text("title"));
        return Optional.of(
                entry.number("progress").map(shown::showing).orElse(shown).answered(entry.text("reason")));
    }

    private static Message lamp(Entry entry) {
        String text = "lamp %s %s".formatted(entry.text("lamp"), entry.flag("lit") ? entry.text("colour") : "off");
        return Message.of(entry, Shape.SHOWN, "Cluster", DRIVER, text);
    }

    private static Message http(Entry entry) {
        String call = entry.text("method") + " " + resource(entry.text("path"));
        String caller = switch (entry.text("leg")) {
            case "app" -> APP;
            case "desk" -> DESK;
            case "intruder" -> "Intruder";
            default -> TELEMATICS;
        };
        Shape shape = ROUTINE.matcher(call).matches() ? Shape.ROUTINE : Shape.CALL;
        String answer = entry.text("error").isEmpty() ? entry.text("status") : entry.text("error");
        return Message.of(entry, shape, caller, CLOUD, call)
                .answered(answer.startsWith("2") ? "" : answer)
                .moving(entry.number("bytes").orElse(0.0).longValue());
    }

    /** The path without query, vehicle and running identifiers: what is the same from one exchange to the next. */
    private static String resource(String path) {
        String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        String unhashed = HASH.matcher(VIN.matcher(plain).replaceAll("/{vin}")).replaceAll("");
        return IDENTIFIER.matcher(unhashed).replaceAll("/{id}");
    }

    private static Message boot(Entry entry) {
        String ecu = entry.text("ecu");
        String text = "restarts in %s %s".formatted(entry.text("from"), entry.text("version"));
        return Message.of(entry, Shape.NOTE, ecu, ecu, text.strip());
    }

    private static Optional<Message> controller(Entry entry) {
        String node = entry.text("node");
        return entry.is("state", "bus-off")
                ? Optional.of(Message.of(entry, Shape.NOTE, node, node, "goes bus-off on " + entry.text("bus")))
                : Optional.empty();
    }

    private static Message fault(Entry entry) {
        String text = "fault %s: %s %s".formatted(entry.text("state"), entry.text("fault"), entry.text("target"));
        return Message.of(entry, Shape.FAULT, "", "", text.strip());
    }

    private static String party(String screen) {
        return screen.isEmpty() ? screen : screen.substring(0, 1).toUpperCase(Locale.ROOT) + screen.substring(1);
    }
}
