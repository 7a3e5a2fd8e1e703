package dev.underpin.can.slcan;

import dev.underpin.serial.DeviceError;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Brings an adapter from whatever it does to an open channel: closes it twice (a command cut short by the end of another program spoils the
 * first), asks its version and serial number, sets bit rates and time stamps, opens it. Each is acknowledged before the next.
 */
final class Opening {
    private static final String WRONG_DEVICE =
            "see that the port is the adapter's (ls -l /dev/serial/by-id), that baud is right and that the adapter runs slcan firmware";
    private static final int LONGEST_VERSION = 120;

    private final String adapter;
    private final Dialog dialog;
    private final SlcanSettings settings;
    private final Consumer<Opening> done;
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private String version = "";
    private String serialNumber = "";
    private boolean stamps;

    Opening(String adapter, Dialog dialog, SlcanSettings settings, Consumer<Opening> done) {
        this.adapter = adapter;
        this.dialog = dialog;
        this.settings = settings;
        this.done = done;
    }

    String version() {
        return version;
    }

    String serialNumber() {
        return serialNumber;
    }

    boolean stamps() {
        return stamps;
    }

    void begin() {
        dialog.shout("C");
        dialog.shout("C");
        steps.add(() -> dialog.findAnswer("V", Opening::isVersion, this::version));
        steps.add(() -> dialog.tell("C", this::closed));
        steps.add(() -> dialog.ask("N", Opening::isVersion, this::serialNumber));
        steps.add(() -> demand(nominal(), "the bit rate to be acknowledged"));
        if (settings.timing().fd()) {
            steps.add(() -> demand(data(), "an adapter with CAN FD"));
        }
        steps.add(() -> dialog.tell(settings.stamps() ? "Z1" : "Z0", this::stamps));
        steps.add(() -> demand(settings.listenOnly() ? "L" : "O", "the channel to open"));
        steps.add(() -> done.accept(this));
        next();
    }

    private void next() {
        Runnable step = steps.poll();
        if (step != null) {
            step.run();
        }
    }

    private static boolean isVersion(String text) {
        return text.length() > 1
                && text.length() <= LONGEST_VERSION
                && text.chars().allMatch(each -> each >= ' ' && each <= '~');
    }

    private void version(Reply reply) {
        if (!reply.is(Reply.Kind.TEXT)) {
            throw wrong("V", "the version of an slcan adapter", reply);
        }
        version = reply.text();
        next();
    }

    /** A channel that is closed refuses to be closed. */
    private void closed(Reply reply) {
        if (reply.is(Reply.Kind.NONE)) {
            throw wrong("C", "an slcan adapter to acknowledge or refuse it", reply);
        }
        next();
    }

    /** Not every adapter has one. */
    private void serialNumber(Reply reply) {
        serialNumber = reply.text();
        next();
    }

    private void stamps(Reply reply) {
        stamps = settings.stamps() && reply.is(Reply.Kind.DONE);
        next();
    }

    private void demand(String command, String expected) {
        dialog.tell(command, reply -> {
            if (!reply.is(Reply.Kind.DONE)) {
                throw wrong(command, expected, reply);
            }
            next();
        });
    }

    private String nominal() {
        long rate = settings.timing().nominalBitRate();
        return BitRates.nominal(rate).orElseThrow(() -> noRate("bit-rate", rate));
    }

    private String data() {
        long rate = settings.timing().dataBitRate();
        return BitRates.data(rate).orElseThrow(() -> noRate("data-bit-rate", rate));
    }

    private DeviceError noRate(String field, long rate) {
        return new DeviceError(
                adapter, field, "a bit rate that slcan has a command for, such as 500000", Long.toString(rate), "");
    }

    private DeviceError wrong(String command, String expected, Reply reply) {
        String advice = reply.is(Reply.Kind.REFUSED) ? "its version is '%s'".formatted(version) : WRONG_DEVICE;
        return new DeviceError(adapter, command, expected, dialog.heard(reply), advice);
    }
}
