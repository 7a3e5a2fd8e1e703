package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Entropy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DbcFuzzTest {
    private static final int FILES = 60;
    private static final int MUTATIONS = 200;
    private static final String[] TOKENS = {
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
        "0-0,"
    };

    private int read;
    private int refused;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void damaged_files_are_read_or_refused_with_a_place_and_what_is_read_can_be_used_and_written(long seed) {
        Entropy entropy = new Entropy(seed);
        for (int file = 0; file < FILES; file++) {
            byte[] sound = RandomDatabase.text(entropy).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < MUTATIONS; i++) {
                readOrRefuse(DbcText.decode(mutated(sound, entropy)), entropy);
            }
        }

        assertThat(read).isGreaterThan(FILES);
        assertThat(refused).isGreaterThan(FILES);
    }

    private void readOrRefuse(String text, Entropy entropy) {
        Database database;
        try {
            database = Database.parse("fuzz.dbc", text);
        } catch (UserMistake mistake) {
            refused++;
            assertThat(mistake.getMessage()).matches("(?s)fuzz\\.dbc:[0-9]+:[0-9]+: expected .+, found .*");
            return;
        }
        read++;
        for (Message message : database.messages()) {
            byte[] data = entropy.bytes(message.length());
            message.readings(data);
            message.signals().forEach(signal -> signal.set(data, signal.saturate(entropy.unit() * 1e6)));
            message.frame(data);
        }
        assertThat(Database.parse("again.dbc", DbcWriter.text(database))).isEqualTo(database);
    }

    private static byte[] mutated(byte[] sound, Entropy entropy) {
        byte[] bytes = sound;
        for (long left = 1 + entropy.below(3); left > 0; left--) {
            bytes = mutatedOnce(bytes, entropy);
        }
        return bytes;
    }

    private static byte[] mutatedOnce(byte[] bytes, Entropy entropy) {
        int at = (int) entropy.below(bytes.length + 1L);
        int end = (int) Math.min(bytes.length, at + entropy.below(40));
        return switch ((int) entropy.below(5)) {
            case 0 -> joined(bytes, at, entropy.bytes(1), Math.min(at + 1, bytes.length));
            case 1 -> joined(bytes, at, new byte[0], end);
            case 2 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
            case 3 -> Arrays.copyOf(bytes, Math.max(1, at));
            default -> {
                String token = TOKENS[(int) entropy.below(TOKENS.length)];
                yield joined(bytes, at, token.getBytes(StandardCharsets.UTF_8), at);
            }
        };
    }

    private static byte[] joined(byte[] bytes, int until, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(bytes, until + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, joined, until, middle.length);
        System.arraycopy(bytes, from, joined, until + middle.length, bytes.length - from);
        return joined;
    }
}
