package dev.underpin.can.database;

import dev.underpin.can.database.Multiplexing.Selection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes BO_ with its signals, and the sections that add to them. */
final class MessageWriter {
    private final DbcOut out;

    MessageWriter(DbcOut out) {
        this.out = out;
    }

    static long id(Message message) {
        return DbcId.of(message.id(), message.extended());
    }

    void message(Message message) {
        out.line("BO_", id(message), message.symbol() + ":", message.length(), message.sender());
        message.signals().forEach(this::signal);
        out.line();
    }

    private void signal(Signal signal) {
        Scaling scaling = signal.scaling();
        out.line(
                " SG_",
                signal.symbol() + mark(signal.multiplexing()),
                ":",
                "%d|%d@%d%s"
                        .formatted(
                                signal.startBit(),
                                signal.length(),
                                signal.byteOrder() == ByteOrder.LITTLE_ENDIAN ? 1 : 0,
                                signal.signed() ? "-" : "+"),
                "(" + DbcOut.number(scaling.factor()) + "," + DbcOut.number(scaling.offset()) + ")",
                "[" + DbcOut.number(scaling.minimum()) + "|" + DbcOut.number(scaling.maximum()) + "]",
                DbcOut.quoted(scaling.unit()),
                signal.receivers().isEmpty() ? "Vector__XXX" : String.join(",", signal.receivers()));
    }

    private static String mark(Multiplexing part) {
        Selection selection = part.selection();
        String selects = part.selects() ? "M" : "";
        if (selection == null) {
            return part.selects() ? " M" : "";
        }
        return " m" + selection.value() + selects;
    }

    void transmitters(Message message) {
        if (!message.transmitters().isEmpty()) {
            out.statement("BO_TX_BU_", id(message), ":", String.join(",", message.transmitters()));
        }
    }

    void groups(Message message) {
        for (SignalGroup group : message.groups()) {
            out.statement(
                    "SIG_GROUP_",
                    id(message),
                    group.name(),
                    group.repetitions(),
                    ":",
                    String.join(" ", group.signals()));
        }
    }

    void formats(Message message) {
        for (Signal signal : message.signals()) {
            if (signal.format() != NumberFormat.INTEGER) {
                out.statement(
                        "SIG_VALTYPE_",
                        id(message),
                        signal.symbol(),
                        ":",
                        signal.format().code());
            }
        }
    }

    void selections(Message message) {
        if (plainlyMultiplexed(message.signals())) {
            return;
        }
        for (Signal signal : message.signals()) {
            Selection selection = signal.multiplexing().selection();
            if (selection != null) {
                String ranges = selection.ranges().stream()
                        .map(range -> range.low() + "-" + range.high())
                        .collect(Collectors.joining(", "));
                out.statement("SG_MUL_VAL_", id(message), signal.symbol(), selection.selector(), ranges);
            }
        }
    }

    /** Whether the marks M and mN say it all. */
    static boolean plainlyMultiplexed(List<Signal> signals) {
        List<String> roots = signals.stream()
                .filter(signal ->
                        signal.multiplexing().selects() && signal.multiplexing().selection() == null)
                .map(Signal::symbol)
                .toList();
        return signals.stream().allMatch(signal -> {
            Selection selection = signal.multiplexing().selection();
            return selection == null
                    || (roots.equals(List.of(selection.selector()))
                            && selection
                                    .ranges()
                                    .equals(List.of(new ValueRange(selection.value(), selection.value()))));
        });
    }
}
