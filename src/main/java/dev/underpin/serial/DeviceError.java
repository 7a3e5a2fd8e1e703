package dev.underpin.serial;

/** A device of the rig did not do what it was told: which device, what was done, what was expected, what was found, what to do. */
public final class DeviceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String device;
    private final String command;
    private final String expected;
    private final String found;

    /**
     * An error.
     *
     * @param device the device and where it is connected, such as {@code adapter /dev/ttyACM0}
     * @param command what it was told, such as {@code S6}, or what was done, such as {@code opening}
     * @param expected what would have been right, in words that complete "expected ..."
     * @param found what came instead, in words that complete "found ..."
     * @param advice what to type or to look at; empty when the rest says it
     */
    public DeviceError(String device, String command, String expected, String found, String advice) {
        super("%s: %s: expected %s, found %s%s"
                .formatted(device, command, expected, found, advice.isEmpty() ? "" : "; " + advice));
        this.device = device;
        this.command = command;
        this.expected = expected;
        this.found = found;
    }

    public String device() {
        return device;
    }

    public String command() {
        return command;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}
