package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DbcRoundTripTest {
    private static final int ROUNDS = 120;

    @Test
    void the_signals_of_the_vehicle_survive_being_written() {
        Database read = Database.read(Path.of("rigs/ev.dbc"));

        assertThat(Database.parse("again.dbc", DbcWriter.text(read))).isEqualTo(read);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_was_read_is_written_and_read_again_the_same(long seed) {
        Entropy entropy = new Entropy(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Database read = Database.parse("random.dbc", RandomDatabase.text(entropy));
            String written = DbcWriter.text(read);
            Database again = Database.parse("again.dbc", written);

            assertThat(again).isEqualTo(read);
            assertThat(DbcWriter.text(again)).isEqualTo(written);
        }
    }

    @Test
    void what_was_read_has_every_kind_of_section() {
        Entropy entropy = new Entropy(7);
        StringBuilder written = new StringBuilder();
        for (int round = 0; round < 20; round++) {
            written.append(DbcWriter.text(Database.parse("random.dbc", RandomDatabase.text(entropy))));
        }

        assertThat(DbcTokens.SECTIONS.stream()
                        .filter(section -> !DbcTokens.UNINTERPRETED.contains(section))
                        .filter(section -> !written.toString().contains("\n" + section)))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void any_data_is_decoded_and_encoded_to_the_same_readings(long seed) {
        Entropy entropy = new Entropy(seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (Message message :
                    Database.parse("random.dbc", RandomDatabase.text(entropy)).messages()) {
                byte[] data = entropy.bytes(message.length());
                Map<String, SignalValue> raw = new HashMap<>();
                message.readings(data)
                        .forEach(reading -> raw.put(reading.signal().name(), new SignalValue.Raw(reading.raw())));

                assertThat(message.readings(message.encodeValues(raw))).isEqualTo(message.readings(data));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 9})
    void a_physical_value_comes_back_as_the_same_raw_value_where_a_double_can_tell_it(long seed) {
        Entropy entropy = new Entropy(seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (Message message :
                    Database.parse("random.dbc", RandomDatabase.text(entropy)).messages()) {
                for (Reading reading : message.readings(entropy.bytes(message.length()))) {
                    Signal signal = reading.signal();
                    if (signal.format() == NumberFormat.INTEGER && signal.length() < 44) {
                        assertThat(signal.rawOf(reading.physical())).isEqualTo(reading.raw());
                        assertThat(signal.saturate(reading.physical())).isEqualTo(reading.physical());
                    }
                }
            }
        }
    }

    @Test
    void a_file_is_written_in_windows_1252_and_if_that_lacks_a_character_in_utf_8(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("a.dbc");

        DbcWriter.write(Database.parse("x", "CM_ \"20 °C €\";"), file);
        assertThat(Files.readAllBytes(file)).contains("20 °C €".getBytes(Charset.forName("windows-1252")));
        assertThat(Database.read(file).comments()).containsExactly("20 °C €");

        DbcWriter.write(Database.parse("x", "CM_ \"5 kΩ\";"), file);
        assertThat(Files.readString(file)).startsWith("\uFEFF");
        assertThat(Database.read(file).comments()).containsExactly("5 kΩ");

        DbcWriter.write(Database.parse("x", "CM_ \"Â°\";"), file);
        assertThat(Database.read(file).comments()).containsExactly("Â°");
    }

    @Test
    void a_file_in_utf_8_needs_no_byte_order_mark(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.dbc"), "CM_ \"20 °C\";", StandardCharsets.UTF_8);

        assertThat(Database.read(file).comments()).containsExactly("20 °C");
    }
}
