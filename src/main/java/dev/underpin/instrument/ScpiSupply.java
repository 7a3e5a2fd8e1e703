package dev.underpin.instrument;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

/**
 * A programmable supply that speaks SCPI (IEEE 488.2-1992 for {@code *IDN?} and {@code *CLS}; SCPI-1999, volume 2: {@code VOLTage},
 * {@code CURRent}, {@code OUTPut}, {@code MEASure}, {@code LIST}, {@code SYSTem:ERRor?}), a line of text for each command. Each setting is
 * read back, and the instrument asked for errors; a voltage with the output on is measured at the terminals, so that a supply held by its
 * current limit is found.
 *
 * <p>Commands are carried out in the background, in order; {@link #settle} waits for them. What goes wrong leaves the run as a {@link
 * dev.underpin.serial.DeviceError}.
 *
 * <p>Threading: the scheduler's thread. Closing it leaves the output as it is and closes the line.
 */
public final class ScpiSupply implements AutoCloseable {
    /** How far a read-back value may be off: settings are rounded by some instruments. */
    private static final double SETTING = 0.01;

    /** How far the terminals may be off, volts: lines, and the inaccuracy of the meter. */
    private static final double TERMINALS = 0.3;

    private static final long BETWEEN_MEASUREMENTS = 50 * Nanos.MILLISECOND;
    private static final int MEASUREMENTS = 20;
    private static final long SETTLE_WITHIN = 10 * Nanos.SECOND;
    private static final double MICRO = 1e-6;

    private final Conversation conversation;
    private boolean on;
    private double volts;
    private String identity = "";

    /**
     * One level of a course of voltage.
     *
     * @param seconds how long it is held
     */
    public record Step(double volts, double seconds) {}

    /** Takes what the supply measures at its terminals. */
    @FunctionalInterface
    public interface Measured {
        /** A measurement. */
        void at(double volts, double amperes);
    }

    /** @param line to the instrument; its own from now on */
    public ScpiSupply(Scheduler scheduler, ByteLine line) {
        conversation = new Conversation(scheduler, line, "supply");
    }

    /** Asks who it is, forgets its old errors, and sets what it may give, output off. */
    public void begin(double volts, double ampereLimit) {
        ask("*IDN?", "maker, model, serial number, version", text -> {
            if (text.split(",", -1).length != 4) {
                throw conversation.error(
                        "*IDN?",
                        "maker, model, serial number, version",
                        quoted(text),
                        "see that this is the supply's port");
            }
            identity = text;
        });
        tell("*CLS");
        output(false);
        tell("VOLT:MODE FIX");
        tell(command("CURR", ampereLimit));
        readBack("CURR?", ampereLimit);
        volts(volts);
    }

    /** Maker, model, serial number, version; empty until it has told. */
    public String identity() {
        return identity;
    }

    /** Sets the voltage; with the output on, the terminals have to follow. */
    public void volts(double value) {
        volts = value;
        tell(command("VOLT", value));
        readBack("VOLT?", value);
        noErrors();
        if (on) {
            arrives(value, MEASUREMENTS);
        }
    }

    /** Switches the output. */
    public void output(boolean wanted) {
        on = wanted;
        tell(wanted ? "OUTP ON" : "OUTP OFF");
        expect("OUTP?", wanted ? "1" : "0", value -> value == (wanted ? 1 : 0));
        noErrors();
        if (wanted) {
            arrives(volts, MEASUREMENTS);
        }
    }

    /** Whether the output was last switched on. */
    public boolean on() {
        return on;
    }

    /** Lets the output run through a course once, then back to the set voltage, timed by the instrument itself ({@code LIST}). */
    public void course(List<Step> steps) {
        String levels = joined(steps.stream().map(step -> number(step.volts())).toList());
        String dwells =
                joined(steps.stream().map(step -> number(step.seconds())).toList());
        tell("LIST:VOLT " + levels);
        ask(
                "LIST:VOLT?",
                levels,
                text -> compare(
                        "LIST:VOLT?", text, steps.stream().map(Step::volts).toList()));
        tell("LIST:DWEL " + dwells);
        ask(
                "LIST:DWEL?",
                dwells,
                text -> compare(
                        "LIST:DWEL?", text, steps.stream().map(Step::seconds).toList()));
        tell("LIST:COUN 1");
        tell("VOLT:MODE LIST");
        tell("TRIG:SOUR BUS");
        tell("INIT");
        noErrors();
        tell("*TRG");
        noErrors();
    }

    /** Ends a course before its time. */
    public void endCourse() {
        tell("ABOR");
        tell("VOLT:MODE FIX");
        volts(volts);
    }

    /** Measures what is at the terminals. */
    public void measure(Measured then) {
        number("MEAS:VOLT?", v -> number("MEAS:CURR?", a -> then.at(v, a)));
    }

    /** Whether all commands are carried out and verified. */
    public boolean settled() {
        return conversation.over();
    }

    /** Lets time pass until all commands are carried out and verified. */
    public void settle(Await await) {
        await.untilTrue("the supply to settle", SETTLE_WITHIN, this::settled, () -> "it still works");
    }

    @Override
    public void close() {
        conversation.close();
    }

    private void arrives(double wanted, int left) {
        measure((found, amperes) -> {
            if (Math.abs(found - wanted) > TERMINALS && wanted == volts && on) {
                if (left == 1) {
                    throw conversation.error(
                            "MEAS:VOLT?",
                            "%s V at its terminals".formatted(number(wanted)),
                            "%s V at %s A".formatted(number(found), number(amperes)),
                            "its current limit may hold it: see what it feeds");
                }
                conversation.rest(BETWEEN_MEASUREMENTS);
                arrives(wanted, left - 1);
            }
        });
    }

    private void noErrors() {
        ask("SYST:ERR?", "0,\"No error\"", text -> {
            if (!text.matches("[+-]?0\\b.*")) {
                throw conversation.error("SYST:ERR?", "0,\"No error\"", quoted(text), "");
            }
        });
    }

    private void readBack(String query, double wanted) {
        expect(query, number(wanted), found -> Math.abs(found - wanted) <= SETTING + MICRO);
    }

    private void expect(String query, String expected, DoublePredicate right) {
        number(query, expected, found -> {
            if (!right.test(found)) {
                throw conversation.error(query, expected, number(found), "");
            }
        });
    }

    private void number(String query, Consumer<Double> then) {
        number(query, "a number", then);
    }

    private void number(String query, String expected, Consumer<Double> then) {
        ask(query, expected, text -> then.accept(parse(query, expected, text)));
    }

    private double parse(String query, String expected, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException none) {
            throw conversation.error(query, expected, quoted(text), "");
        }
    }

    private void compare(String query, String text, List<Double> wanted) {
        String[] found = text.split(",", -1);
        boolean same = found.length == wanted.size();
        for (int i = 0; same && i < found.length; i++) {
            same = Math.abs(parse(query, "numbers", found[i]) - wanted.get(i)) <= SETTING + MICRO;
        }
        if (!same) {
            throw conversation.error(
                    query, joined(wanted.stream().map(ScpiSupply::number).toList()), quoted(text), "");
        }
    }

    private void tell(String command) {
        conversation.tell(bytes(command), command);
    }

    private void ask(String query, String expected, Consumer<String> then) {
        conversation.ask(
                bytes(query),
                query,
                new Conversation.Answer(expected, text -> text.endsWith("\n"), text -> then.accept(text.strip())));
    }

    private static byte[] bytes(String command) {
        return (command + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String command(String what, double value) {
        return what + " " + number(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String joined(List<String> numbers) {
        return String.join(",", numbers);
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
