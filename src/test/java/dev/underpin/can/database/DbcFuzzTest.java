package dev.underpin.can.database;

import static dev.underpin.can.Fuzz.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.Fuzz;
import dev.underpin.can.Mutants;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DbcFuzzTest {
    private static final int LARGE = 400;
    /** One in so many of those that are read is written and read again. */
    private static final int WRITTEN = 8;

    private static final Pattern PLACE = Pattern.compile("(?s)fuzz\\.dbc:[0-9]+:[0-9]+: expected .+, found .*");
    private static final String[] WORDS = {
        "\"",
        "\\",
        ";",
        ":",
        "|",
        "@",
        "M",
        "m0",
        "m1M",
        "-1",
        "1e999",
        "99999999999999999999",
        "BO_ 256 X: 8 Y\n",
        "SG_",
        "CM_ SG_",
        "SG_MUL_VAL_ ",
        "BA_ ",
        "BA_DEF_ ",
        "VAL_ ",
        "EV_ ",
        "BA_REL_ ",
        "0x",
        "\r\n",
        "\u0000",
        "é",
        "3221225472",
        "NaN",
        "0-0,",
        "A",
        "B",
        "S",
        "T",
        "1",
        "256",
        "2147483904",
        "1785",
        "INT",
        "ENUM",
        "STRING",
        "FLOAT"
    };

    /** Every section of the format, in files of a few lines each: a mutant of one is soon read. */
    private static final List<String> SMALL = List.of("""
            VERSION "1"
            BU_: A B
            BO_ 256 X: 8 A
             SG_ S : 0|16@1+ (0.1,-40) [0|100] "V" B
             SG_ T : 23|12@0- (1,0) [0|0] "" A,B
            VAL_ 256 S 0 "off" 1 "on" ;
            """, """
            BO_ 2147483904 X: 8 A
             SG_ S M : 0|4@1+ (1,0) [0|15] "" B
             SG_ T m0 : 8|8@1+ (1,0) [0|0] "" B
             SG_ U m1M : 8|8@1+ (1,0) [0|0] "" B
             SG_ W m3 : 16|8@1+ (1,0) [0|0] "" B
            SG_MUL_VAL_ 2147483904 W U 3-5, 7-9;
            """, """
            BU_: A
            BO_ 1 F: 64 A
             SG_ S : 0|32@1- (1,0) [0|0] "" A
             SG_ D : 64|64@1- (1,0) [0|0] "" A
            SIG_VALTYPE_ 1 S : 1;
            SIG_VALTYPE_ 1 D : 2;
            SIG_GROUP_ 1 G 1 : S D;
            BO_TX_BU_ 1 : A,B;
            """, """
            BU_: A
            BO_ 2566844672 LONG: 1785 A
             SG_ S : 14272|8@1+ (1,0) [0|1] "" A
            BO_ 2 X: 1 A
             SG_ S : 0|1@1+ (1,0) [0|1] "" A
            BA_DEF_ BO_ "GenMsgCycleTime" INT 0 65535;
            BA_DEF_ SG_ "E" ENUM "a","b";
            BA_DEF_ "N" STRING ;
            BA_DEF_DEF_ "GenMsgCycleTime" 100;
            BA_DEF_DEF_ "E" "a";
            BA_DEF_DEF_ "N" "";
            BA_ "GenMsgCycleTime" BO_ 2 20;
            BA_ "E" SG_ 2 S 1;
            """, """
            BU_: A
            VAL_TABLE_ T 0 "x" 1 "y" ;
            BO_ 3 X: 2 A
             SG_ S : 7|16@0+ (1,0) [0|0] "" A
            CM_ "all";
            CM_ BU_ A "node";
            CM_ BO_ 3 "message";
            CM_ SG_ 3 S "signal ü";
            """, """
            BU_: A
            EV_ E : 0 [0|1] "" 0 1 DUMMY_NODE_VECTOR0 A;
            ENVVAR_DATA_ E: 4;
            BA_DEF_REL_ BU_EV_REL_ "R" INT 0 1;
            BA_DEF_DEF_REL_ "R" 0;
            BA_REL_ "R" BU_EV_REL_ A E 1;
            SGTYPE_ K : 8@1+ (1,0) [0|0] "" 0, T;
            """);

    private final Entropy entropy = new Entropy(4);

    @Test
    void damaged_files_are_read_or_refused_with_a_place_and_what_is_read_can_be_used_and_written() {
        Mutants mutants = Mutants.ofText(1, SMALL, WORDS);

        long refused = Fuzz.run(ROUNDS, 1, mutants::next, this::refused);

        assertThat(refused).isBetween(ROUNDS / 4L, ROUNDS * 19L / 20);
    }

    @Test
    void so_are_large_files_of_every_section() {
        List<String> large = LongStream.range(0, 40)
                .mapToObj(seed -> RandomDatabase.text(new Entropy(seed)))
                .toList();
        Mutants mutants = Mutants.ofText(2, large, WORDS);

        Fuzz.run(Fuzz.rounds(LARGE), 1, mutants::next, this::refused);
    }

    @Test
    void the_small_files_are_sound() {
        assertThat(SMALL).allMatch(text -> refused(text.getBytes(StandardCharsets.UTF_8)) == 0);
    }

    private int refused(byte[] input) {
        Database database;
        try {
            database = Database.parse("fuzz.dbc", DbcText.decode(input));
        } catch (UserMistake mistake) {
            if (!PLACE.matcher(String.valueOf(mistake.getMessage())).matches()) {
                throw new AssertionError("a mistake that names no place", mistake);
            }
            return 1;
        }
        for (Message message : database.messages()) {
            byte[] data = entropy.bytes(message.length());
            message.readings(data);
            message.signals().forEach(signal -> signal.set(data, signal.saturate(entropy.unit() * 1e6)));
            if (!message.segmented()) {
                message.frame(data);
            }
        }
        if (entropy.below(WRITTEN) == 0
                && !Database.parse("again.dbc", DbcWriter.text(database)).equals(database)) {
            throw new AssertionError("what is written is read otherwise: " + DbcWriter.text(database));
        }
        return 0;
    }
}
