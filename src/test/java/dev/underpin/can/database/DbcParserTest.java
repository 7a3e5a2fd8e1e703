package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.mistake.UserMistake;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbcParserTest {
    private static final String TEXT = """
            VERSION "a \\"b\\""
            BS_: 500 : 1,2
            BU_: A B
            VAL_TABLE_ OnOff 0 "Off" 1 "On" ;
            BO_ 1 M1: 8 A
             SG_ Mux M : 0|8@1+ (1,0) [0|0] "" B
             SG_ S1 m0 : 8|8@1+ (1,0) [0|0] "" B
             SG_ S2 m1M : 8|8@1+ (1,0) [0|0] "" B
             SG_ S3 m2 : 16|32@1- (1,0) [0|0] "" B
            BO_ 3221225472 VECTOR__INDEPENDENT_SIG_MSG: 0 Vector__XXX
             SG_ Free : 0|8@1+ (1,0) [0|0] "" Vector__XXX
            BO_TX_BU_ 1 : A,B;
            EV_ Knob: 0 [0|1] "" 0 3 DUMMY_NODE_VECTOR0 A;
            ENVVAR_DATA_ Knob: 4;
            CAT_DEF_ 1 anything "at; all" 3;
            CM_ "one";
            CM_ "two";
            CM_ EV_ Knob "turned";
            BA_DEF_ BO_ "Kind" ENUM "x","y";
            BA_DEF_ SG_ "Start" FLOAT 0 1;
            BA_DEF_ BU_ "Addr" HEX 0 255;
            BA_DEF_REL_ BU_SG_REL_ "Timeout" INT 0 9;
            BA_DEF_DEF_ "Kind" "y";
            BA_DEF_DEF_REL_ "Timeout" 7;
            BA_ "Kind" BO_ 1 0;
            BA_ "Start" SG_ 1 S1 0.5;
            BA_ "Addr" BU_ A 16;
            BA_ "SystemNodeLongSymbol" BU_ B "TheSecondNode";
            BA_ "SystemSignalLongSymbol" SG_ 1 S1 "TheFirstSignal";
            BA_ "Loose" 5;
            BA_REL_ "Timeout" BU_SG_REL_ A SG_ 1 S1 3;
            VAL_ Knob 0 "left" ;
            SIG_GROUP_ 1 G 1 : S1 S2;
            SIG_VALTYPE_ 1 S3 : 1;
            SG_MUL_VAL_ 1 S1 Mux 0-0, 5-7;
            SG_MUL_VAL_ 1 S3 S2 2-2;
            """;

    private final Database database = Database.parse("a.dbc", TEXT);
    private final Message message = database.message("M1");

    @Test
    void everything_that_a_file_says_is_kept() {
        assertThat(database.version()).isEqualTo("a \"b\"");
        assertThat(database.bitTiming()).isEqualTo(new BitTiming(500, 1, 2));
        assertThat(database.valueTables()).extracting(ValueTable::name).containsExactly("OnOff");
        assertThat(database.comments()).containsExactly("one", "two");
        assertThat(database.uninterpreted()).containsExactly("CAT_DEF_ 1 anything \"at; all\" 3;");
        assertThat(message.transmitters()).containsExactly("A", "B");
        assertThat(message.groups()).containsExactly(new SignalGroup("G", 1, List.of("S1", "S2")));
        assertThat(database.messages()).hasSize(1);
        assertThat(database.independent().signals()).extracting(Signal::name).containsExactly("Free");
        assertThat(database.variables().named("Knob")).satisfies(knob -> {
            assertThat(knob.comment()).isEqualTo("turned");
            assertThat(knob.labels()).containsEntry(0L, "left");
            assertThat(knob.dataBytes()).isEqualTo(4);
        });
    }

    @Test
    void attributes_have_the_type_of_their_definition() {
        assertThat(message.attributes()).containsEntry("Kind", new AttributeValue.Choice(0, "x"));
        assertThat(message.signal("S1").attributes()).containsEntry("Start", new AttributeValue.Real(0.5));
        assertThat(database.nodes().getFirst().attributes()).containsEntry("Addr", new AttributeValue.Whole(16));
        assertThat(database.attributes()).containsEntry("Loose", new AttributeValue.Whole(5));
        assertThat(database.definition(AttributeTarget.MESSAGE, "Kind"))
                .map(AttributeDefinition::otherwise)
                .contains(new AttributeValue.Choice(1, "y"));
        assertThat(database.relations())
                .containsExactly(new Relation(
                        "Timeout", AttributeTarget.NODE_TO_SIGNAL, "A", "M1", "S1", new AttributeValue.Whole(3)));
    }

    @Test
    void a_long_name_is_the_name_and_the_symbol_is_still_found() {
        assertThat(message.signal("TheFirstSignal")).isSameAs(message.signal("S1"));
        assertThat(message.signal("S1").name()).isEqualTo("TheFirstSignal");
        assertThat(database.nodes().named("TheSecondNode").symbol()).isEqualTo("B");
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '#',
            value = {
                "S3 : 1#S1 : 1#34:21: expected the format of a signal of 8 bits such as S1, found 1",
                "S3 : 1#S3 : 3#34:21: expected 0 for integer, 1 for float or 2 for double, 0..2, found 3",
                "S3 S2 2-2#S3 S1 2-2#36:18: expected a signal marked M, found S1",
                "S3 S2 2-2#Mux S2 2-2#8:6: expected one signal of M1 marked M, or SG_MUL_VAL_ to say what selects, found S2",
                "S3 S2 2-2#S2 S2 2-2#8:6: expected a signal that is at most 16 selectors deep and does not select itself",
                "S3 S2 2-2#S1 S2 2-2#36:15: expected one SG_MUL_VAL_ for S1, found S1",
                "5-7#7-5#35:27: expected at most 1024 rising ranges from 0, found 7",
                "S1 m0 : 8|8#S1 m1 : 8|8#no",
                "Mux M :#Mux :#35:18: expected a signal marked M, found Mux",
                "8|8@1+#14280|8@1+#7:14: expected the start bit of a signal, 0..14279, found 14280",
                "0|8@1+#0|65@1+#6:16: expected the length of a signal in bits, 1..64, found 65",
                "(1,0)#(1e999,0)#6:22: expected the factor that a double-precision number can hold, found 1e999",
                "VERSION#VERSION \"\" VERSION#1:12: expected one VERSION, found VERSION",
                "FLOAT 0 1#FLOAT 0#20:28: expected the maximum of an attribute, found ;",
                "HEX 0 255#DEC 0 255#21:20: expected INT, HEX, FLOAT, STRING or ENUM, found DEC",
                "BU_ A 16#BU_ A \"x\"#27:18: expected a number, which is what the attribute is, found the text \"x\"",
                "BU_ A 16#BU_ C 16#27:16: expected a node of BU_, found C",
                "CM_ \"two\"#CM_ EV_ Knob \"two\"#18:5: expected one comment on Knob, found EV_",
                "VAL_ Knob 0#VAL_ Nob 0#32:6: expected an environment variable of EV_, found Nob",
                "G 1 : S1 S2#G 1 : S1 S9#33:23: expected a signal of M1, found S9",
                "BA_DEF_DEF_ \"Kind\"#BA_DEF_DEF_ \"King\"#23:13: expected an attribute that was defined above",
                "3 S2 2-2;#3 S2 2-2#37:1: expected ;, found the end of the file",
            })
    void what_is_wrong_is_told_with_its_place(String right, String wrong, String complaint) {
        String text = TEXT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        if (complaint.equals("no")) {
            assertThat(Database.parse("a.dbc", text).messages()).hasSize(1);
        } else {
            assertThatThrownBy(() -> Database.parse("a.dbc", text))
                    .isInstanceOf(UserMistake.class)
                    .hasMessageContaining("a.dbc:" + complaint);
        }
    }

    @Test
    void signals_that_share_bits_are_refused_unless_a_selector_keeps_them_apart_or_the_caller_allows_it() {
        String text = TEXT.replace("Mux 0-0, 5-7", "Mux 0-1");

        assertThatThrownBy(() -> Database.parse("a.dbc", text))
                .isInstanceOf(UserMistake.class)
                .hasMessage("a.dbc:8:6: expected a signal that does not overlap S1, found S2");
        assertThat(Database.parse("a.dbc", text, Overlaps.ALLOWED).messages()).hasSize(1);
    }

    @Test
    void a_selector_may_be_selected_though_its_mark_does_not_say_so() {
        Message cascaded = Database.parse("a.dbc", """
                BO_ 1 M1: 8 A
                 SG_ Deep m1 : 24|8@1- (1,0) [0|0] "" B
                 SG_ Inner M : 8|8@1- (1,0) [0|0] "" B
                 SG_ Side m1 : 8|8@1- (1,0) [0|0] "" B
                 SG_ Outer M : 0|8@1- (1,0) [0|0] "" B
                SG_MUL_VAL_ 1 Inner Outer 2-2;
                SG_MUL_VAL_ 1 Deep Inner 1-1;
                """).message("M1");

        assertThat(cascaded.decode(new byte[] {2, 1, 0, 5, 0, 0, 0, 0}))
                .containsOnlyKeys("Deep", "Inner", "Outer")
                .containsEntry("Deep", 5.0);
        assertThat(cascaded.decode(new byte[] {1, 1, 0, 5, 0, 0, 0, 0})).containsOnlyKeys("Side", "Outer");
    }

    @Test
    void a_can_fd_message_switches_the_bit_rate_unless_its_attribute_says_no() {
        Database fd = Database.parse("a.dbc", """
                BO_ 1 M1: 12 A
                BO_ 2 M2: 12 A
                BA_DEF_ BO_ "CANFD_BRS" ENUM "0","1";
                BA_DEF_DEF_ "CANFD_BRS" "1";
                BA_ "CANFD_BRS" BO_ 2 0;
                """);

        assertThat(fd.message("M1").frame(new byte[12]).bitRateSwitch()).isTrue();
        assertThat(fd.message("M2").frame(new byte[12]).bitRateSwitch()).isFalse();
    }

    @Test
    void remarks_are_skipped() {
        Database remarked = Database.parse("a.dbc", """
                // first
                VERSION "http://x" // second
                CAT_ 1; // third
                BU_: A // B
                """);

        assertThat(remarked.version()).isEqualTo("http://x");
        assertThat(remarked.nodes()).extracting(Node::name).containsExactly("A");
        assertThat(remarked.uninterpreted()).containsExactly("CAT_ 1;");
    }

    @Test
    void a_circle_of_selectors_is_refused() {
        assertThatThrownBy(() -> Database.parse("a.dbc", """
                BO_ 1 M1: 8 A
                 SG_ A m1M : 0|8@1+ (1,0) [0|0] "" B
                 SG_ B m1M : 8|8@1+ (1,0) [0|0] "" B
                SG_MUL_VAL_ 1 A B 1-1;
                SG_MUL_VAL_ 1 B A 1-1;
                """))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("a.dbc:2:6: expected a signal that is at most 16");
    }

    @Test
    void work_that_grows_with_the_square_of_the_file_is_limited() {
        String ranges =
                IntStream.range(0, 1024).mapToObj(i -> 2 * i + "-" + 2 * i).collect(Collectors.joining(","));
        String signals = IntStream.range(0, 4000)
                .mapToObj(i -> " SG_ S" + i + " m0 : 16|8@1+ (1,0) [0|0] \"\" B\n")
                .collect(Collectors.joining());
        String selections = IntStream.range(0, 1000)
                .mapToObj(i -> "SG_MUL_VAL_ 1 S" + i + " Mux " + ranges + ";\n")
                .collect(Collectors.joining());
        String head = "BO_ 1 M1: 8 A\n SG_ Mux M : 0|16@1+ (1,0) [0|0] \"\" B\n";

        assertThatThrownBy(() -> Database.parse("a.dbc", head + signals + signals.replace("S", "T"), Overlaps.ALLOWED))
                .isInstanceOf(UserMistake.class);
        assertThatThrownBy(() -> Database.parse("a.dbc", head + signals + selections))
                .isInstanceOf(UserMistake.class);
    }

    @Test
    void what_was_found_is_told_in_brief() {
        assertThatThrownBy(() -> Database.parse("a.dbc", "x".repeat(1_000_000)))
                .isInstanceOf(UserMistake.class)
                .message()
                .hasSizeLessThan(600);
    }
}
