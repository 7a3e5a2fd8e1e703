package dev.underpin.can.database;

import dev.underpin.time.Entropy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the text of a database that uses every section of the format, by chance. */
final class RandomDatabase {
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 12, 16, 20, 24, 32, 48, 64};
    private static final String[] TEXTS = {
        "", "plain", "with \\\"quotes\\\"", "in two\nlines", "Grüße, 20 °C", "back\\\\slash within", "Ω λ", "a;b"
    };
    private static final String[] FACTORS = {"1", "0.1", "-0.5", "2", "1E-05", "0.00390625", "1e3", "-1"};

    private final Entropy entropy;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final int nodes;

    private RandomDatabase(Entropy entropy) {
        this.entropy = entropy;
        this.nodes = 1 + below(4);
    }

    static String text(Entropy entropy) {
        return new RandomDatabase(entropy).write();
    }

    private String write() {
        line("VERSION \"%s\"", string());
        line("NS_ :\n\tCM_\n\tBA_DEF_\n\tBU_SG_REL_");
        line(chance() ? "BS_:" : "BS_: 500 : 1,2");
        line("BU_: %s", IntStream.range(0, nodes).mapToObj(i -> "Node" + i).collect(Collectors.joining(" ")));
        line("VAL_TABLE_ Table 0 \"Off\" %d \"Grün\" ;", 1 + below(9));
        int messages = 1 + below(5);
        for (int i = 0; i < messages; i++) {
            message(i);
        }
        independent();
        variables();
        line("SGTYPE_ Kind : 8@1+ (1,0) [0|0] \"\" 0, Table;");
        line("CM_ \"%s\";\nCM_ \"%s\";", string(), string());
        line("CM_ BU_ Node0 \"%s\";", string());
        definitions();
        text.append(after);
        return text.toString();
    }

    private void message(int index) {
        boolean extended = chance();
        long id = extended ? 0x8000_0000L | below(0x1000_0000) << 1 | index & 1 : (long) index << 8 | below(256);
        id = extended ? id & ~0xFL | index : id;
        int length = LENGTHS[below(LENGTHS.length)];
        line("BO_ %d Message%d: %d %s", id, index, length, chance() ? "Node0" : "Vector__XXX");
        List<String> signals = new ArrayList<>();
        Packer packer = new Packer(entropy, length);
        switch (below(3)) {
            case 0 -> plain(packer, id, signals);
            case 1 -> multiplexed(packer, id, signals);
            default -> nested(packer, id, signals);
        }
        line("");
        after("BO_TX_BU_ %d : Node0,Other;", id);
        after("CM_ BO_ %d \"%s\";", id, string());
        after("BA_ \"GenMsgCycleTime\" BO_ %d %d;", id, below(5000));
        after("BA_ \"VFrameFormat\" BO_ %d %d;", id, length > 8 || chance() ? extended ? 15 : 14 : extended ? 1 : 0);
        after("BA_ \"SystemMessageLongSymbol\" BO_ %d \"Message%d_%s\";", id, index, "long".repeat(9));
        if (!signals.isEmpty()) {
            after("SIG_GROUP_ %d Group 1 : %s;", id, String.join(" ", signals));
            after("BA_REL_ \"Timeout\" BU_SG_REL_ Node0 SG_ %d %s %d;", id, signals.getFirst(), below(99));
        }
        after("BA_REL_ \"Priority\" BU_BO_REL_ Node0 %d \"high\";", id);
    }

    private void plain(Packer packer, long id, List<String> signals) {
        for (BitLayout layout : packer.fill(8)) {
            signal("Plain" + signals.size(), "", layout, id, signals);
        }
    }

    private void multiplexed(Packer packer, long id, List<String> signals) {
        signal("Mux", " M", packer.selector(), id, signals);
        for (int value = 0; value < 3; value++) {
            for (BitLayout layout : packer.branch(3)) {
                signal("Part" + signals.size(), " m" + value, layout, id, signals);
            }
        }
    }

    /** Two levels, with several ranges. */
    private void nested(Packer packer, long id, List<String> signals) {
        signal("Mux", " M", packer.selector(), id, signals);
        if (packer.full()) {
            return;
        }
        signal("Inner", " m1M", packer.selector(), id, signals);
        after("SG_MUL_VAL_ %d Inner Mux 1-1, 3-3;", id);
        for (int value = 0; value < 2; value++) {
            for (BitLayout layout : packer.branch(2)) {
                String name = "Deep" + signals.size();
                signal(name, " m" + value, layout, id, signals);
                after("SG_MUL_VAL_ %d %s Inner %d-%d,%d-%d;", id, name, value, value, 2 * value + 4, 2 * value + 5);
            }
        }
        for (BitLayout layout : packer.branch(1)) {
            String name = "Flat" + signals.size();
            signal(name, " m0", layout, id, signals);
            after("SG_MUL_VAL_ %d %s Mux 0-0;", id, name);
        }
    }

    private void signal(String name, String mark, BitLayout layout, long id, List<String> signals) {
        boolean selector = mark.endsWith("M");
        boolean floating = !selector && (layout.length() == 32 || layout.length() == 64) && chance();
        String sign = selector ? "+" : floating || chance() ? "-" : "+";
        String scaling = selector ? "(1,0)" : "(%s,%d)".formatted(FACTORS[below(FACTORS.length)], below(100) - 50);
        line(
                " SG_ %s%s : %d|%d@%d%s %s [%s] \"%s\" %s",
                name,
                mark,
                layout.startBit(),
                layout.length(),
                layout.byteOrder() == ByteOrder.LITTLE_ENDIAN ? 1 : 0,
                sign,
                scaling,
                "0|0",
                chance() ? "km/h" : "°C",
                chance() ? "Vector__XXX" : "Node0,Other");
        signals.add(name);
        if (floating) {
            after("SIG_VALTYPE_ %d %s : %d;", id, name, layout.length() / 32);
        } else if (chance()) {
            after("VAL_ %d %s %s;", id, name, labels(layout.length()));
        }
        after("CM_ SG_ %d %s \"%s\";", id, name, string());
        if (!selector && chance()) {
            after("BA_ \"SystemSignalLongSymbol\" SG_ %d %s \"%s_%s\";", id, name, name, "long".repeat(9));
            after("BA_ \"Ratio\" SG_ %d %s %s;", id, name, entropy.unit());
        }
    }

    private void independent() {
        line("BO_ 3221225472 VECTOR__INDEPENDENT_SIG_MSG: 0 Vector__XXX");
        line(" SG_ Lonely : 0|8@1+ (1,0) [0|0] \"\" Vector__XXX\n");
    }

    private void variables() {
        line("EV_ Knob: 1 [-5|5.5] \"V\" 0.5 7 DUMMY_NODE_VECTOR0 Node0,Other;");
        line("EV_ Blob: 2 [0|0] \"\" 0 8 DUMMY_NODE_VECTOR8000 Vector__XXX;");
        line("ENVVAR_DATA_ Blob: 10;");
        line("CM_ EV_ Knob \"%s\";\nVAL_ Knob 0 \"zero\" 1 \"one\" ;", string());
    }

    private void definitions() {
        line("BA_DEF_ BO_ \"GenMsgCycleTime\" INT 0 65535;\nBA_DEF_DEF_ \"GenMsgCycleTime\" 0;");
        String reserved = ",\"reserved\"".repeat(12);
        line(
                "BA_DEF_ BO_ \"VFrameFormat\" ENUM \"StandardCAN\",\"ExtendedCAN\"%s,\"StandardCAN_FD\",\"ExtendedCAN_FD\";",
                reserved);
        line("BA_DEF_DEF_ \"VFrameFormat\" \"StandardCAN\";");
        line("BA_DEF_ BO_ \"SystemMessageLongSymbol\" STRING ;\nBA_DEF_DEF_ \"SystemMessageLongSymbol\" \"\";");
        line("BA_DEF_ SG_ \"SystemSignalLongSymbol\" STRING ;\nBA_DEF_DEF_ \"SystemSignalLongSymbol\" \"\";");
        line("BA_DEF_ SG_ \"Ratio\" FLOAT -1.5 1E10;\nBA_DEF_DEF_ \"Ratio\" 0.25;");
        line(
                "BA_DEF_ BU_ \"Address\" HEX 0 255;\nBA_DEF_DEF_ \"Address\" 16;\nBA_ \"Address\" BU_ Node0 %d;",
                below(256));
        line("BA_DEF_ \"BusType\" STRING ;\nBA_DEF_DEF_ \"BusType\" \"CAN\";\nBA_ \"BusType\" \"CAN FD\";");
        line("BA_DEF_ EV_ \"Live\" ENUM \"no\",\"yes\";\nBA_ \"Live\" EV_ Knob %d;", below(3));
        line("BA_DEF_REL_ BU_SG_REL_ \"Timeout\" INT 0 100;\nBA_DEF_DEF_REL_ \"Timeout\" 5;");
        line("BA_DEF_REL_ BU_BO_REL_ \"Priority\" ENUM \"low\",\"high\";\nBA_DEF_REL_ BU_EV_REL_ \"Use\" STRING ;");
        line("BA_REL_ \"Use\" BU_EV_REL_ Node0 Knob \"%s\";", string());
    }

    private String labels(int bits) {
        int most = bits < 2 ? 2 : 4;
        return IntStream.range(0, 1 + below(most))
                .mapToObj(raw -> raw + " \"" + (raw == 1 ? string().replace("\n", " ") : "value " + raw) + "\" ")
                .collect(Collectors.joining());
    }

    private String string() {
        return TEXTS[below(TEXTS.length)];
    }

    private boolean chance() {
        return below(2) == 0;
    }

    private int below(int bound) {
        return (int) entropy.below(bound);
    }

    private void line(String format, Object... arguments) {
        text.append(format.formatted(arguments)).append('\n');
    }

    private void after(String format, Object... arguments) {
        after.append(format.formatted(arguments)).append('\n');
    }
}
