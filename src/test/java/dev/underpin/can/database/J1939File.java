package dev.underpin.can.database;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts out of a DBC file what the format does not allow, or this project does not: see the README beside the real files. */
final class J1939File {
    private static final Pattern MESSAGE = Pattern.compile("BO_ (\\d+) \\w+: (\\d+) .*");
    private static final Pattern SIGNAL = Pattern.compile(" SG_ (\\w+) .*: (\\d+)\\|(\\d+)@1.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("BA_ \"\\w+\" SG_ (\\d+) (\\w+) .*");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> signals = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private String message = "";
    private int bits;

    private J1939File() {}

    static String sound(String text) {
        J1939File file = new J1939File();
        text.lines().filter(file::keeps).forEach(line -> file.text.append(line).append('\n'));
        return file.text.toString();
    }

    private boolean keeps(String line) {
        Matcher begins = MESSAGE.matcher(line);
        if (begins.matches()) {
            message = begins.group(1);
            bits = 8 * Integer.parseInt(begins.group(2));
        }
        Matcher signal = SIGNAL.matcher(line);
        if (signal.matches()) {
            int length = Integer.parseInt(signal.group(3));
            return length <= Long.SIZE
                    && Integer.parseInt(signal.group(2)) + length <= bits
                    && signals.add(message + " " + signal.group(1));
        }
        Matcher attribute = ATTRIBUTE.matcher(line);
        if (attribute.matches()) {
            String name = attribute.group(1) + " " + attribute.group(2);
            return signals.contains(name) && told.add(line.substring(0, line.indexOf(" SG_")) + name);
        }
        return true;
    }
}
