package dev.underpin.instrument.emulated;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.DoubleConsumer;

/**
 * A programmable supply, played: a source with a current limit on a resistive load. It tells whoever it feeds each change of the voltage at its
 * terminals.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class ScpiSupplyEmulator {
    private static final double OPEN = 1e9;

    private final Scheduler scheduler;
    private final TextEar ear;
    private final DoubleConsumer terminals;
    private final Queue<String> errors = new ArrayDeque<>();
    private final Alarm next;
    private List<Double> levels = List.of();
    private List<Double> dwells = List.of();
    private double volts;
    private double amperes;
    private double course = Double.NaN;
    private double ohms = OPEN;
    private boolean on;
    private boolean listed;
    private boolean armed;
    private int at;
    private boolean dead;
    private boolean deaf;
    private double told = Double.NaN;

    /**
     * A supply that is off.
     *
     * @param terminals is told each voltage at the terminals
     */
    public ScpiSupplyEmulator(Scheduler scheduler, ByteLine line, DoubleConsumer terminals) {
        this.scheduler = scheduler;
        this.terminals = terminals;
        next = scheduler.alarm(this::step);
        ear = new TextEar(line, '\n', this::command);
        tell();
    }

    /** Answers nothing and gives nothing any more. */
    public void die() {
        dead = true;
        on = false;
        tell();
    }

    /** Repeats its settings as they were whatever it is told. */
    public void stick() {
        deaf = true;
    }

    /** What it feeds has that resistance, ohms. */
    public void load(double resistance) {
        ohms = resistance;
        tell();
    }

    /** The voltage at the terminals. */
    public double atTerminals() {
        double wanted = Double.isNaN(course) ? volts : course;
        return on ? Math.min(wanted, amperes * ohms) : 0;
    }

    private void tell() {
        double now = atTerminals();
        if (now != told) {
            told = now;
            terminals.accept(now);
        }
    }

    private void command(String text) {
        if (dead) {
            return;
        }
        String[] parts = text.split(" ", 2);
        String value = parts.length > 1 ? parts[1] : "";
        switch (parts[0].toUpperCase(Locale.ROOT)) {
            case "*IDN?" -> say("UNDERPIN,EMULATED SUPPLY,0,1.0");
            case "*CLS" -> errors.clear();
            case "VOLT" -> volts = deaf ? volts : Double.parseDouble(value);
            case "VOLT?" -> say(volts);
            case "CURR" -> amperes = deaf ? amperes : Double.parseDouble(value);
            case "CURR?" -> say(amperes);
            case "OUTP" -> on = deaf ? on : value.equals("ON");
            case "OUTP?" -> say(on ? "1" : "0");
            case "MEAS:VOLT?" -> say(atTerminals());
            case "MEAS:CURR?" -> say(atTerminals() / ohms);
            case "SYST:ERR?" -> say(errors.isEmpty() ? "0,\"No error\"" : errors.remove());
            case "VOLT:MODE" -> listed = value.equals("LIST");
            case "LIST:VOLT" -> levels = numbers(value);
            case "LIST:VOLT?" -> say(levels);
            case "LIST:DWEL" -> dwells = numbers(value);
            case "LIST:DWEL?" -> say(dwells);
            case "LIST:COUN", "TRIG:SOUR" -> {}
            case "INIT" -> armed = true;
            case "*TRG" -> trigger();
            case "ABOR" -> end();
            default -> errors.add("-113,\"Undefined header\"");
        }
        tell();
    }

    private void trigger() {
        if (!armed || !listed || levels.isEmpty() || levels.size() != dwells.size()) {
            errors.add("-211,\"Trigger ignored\"");
            return;
        }
        armed = false;
        at = 0;
        step();
    }

    private void step() {
        if (at == levels.size()) {
            end();
        } else {
            course = levels.get(at);
            next.in((long) (dwells.get(at) * Nanos.SECOND));
            at++;
        }
        tell();
    }

    private void end() {
        next.cancel();
        course = Double.NaN;
        armed = false;
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
    }

    private void say(List<Double> numbers) {
        List<String> texts = new ArrayList<>();
        numbers.forEach(each -> texts.add(String.format(Locale.ROOT, "%.4E", each)));
        say(String.join(",", texts));
    }

    private void say(double number) {
        say(String.format(Locale.ROOT, "%+.5E", number));
    }

    private void say(String text) {
        scheduler.after(0, () -> ear.say(text + "\n"));
    }
}
