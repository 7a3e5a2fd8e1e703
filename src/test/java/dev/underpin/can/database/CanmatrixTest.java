package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.judges.OutsideJudge;
import dev.underpin.time.Entropy;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** canmatrix, which others wrote, reads what this project writes, decodes the same frames, and writes what this project reads. */
class CanmatrixTest {
    private static final int PAYLOADS = 20;

    private static OutsideJudge canmatrix;

    @TempDir
    private Path folder;

    @BeforeAll
    static void require() throws URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(CanmatrixTest.class.getResource("canmatrix_judge.py"))
                .toURI());
        canmatrix = OutsideJudge.python(script, "canmatrix", "python3-canmatrix");
    }

    @Test
    void the_signals_of_the_vehicle_mean_the_same_to_both() throws IOException {
        judge(Database.read(Path.of("rigs/ev.dbc")), new Entropy(1));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_others_wrote_means_the_same_to_both(RealFiles file) throws IOException {
        String text = file.text();

        judge(Database.parse("real.dbc", text, Overlaps.ALLOWED), text, new Entropy(2));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_others_wrote_means_the_same_to_both_when_this_project_has_written_it(RealFiles file)
            throws IOException {
        judge(Database.parse("real.dbc", file.text(), Overlaps.ALLOWED), new Entropy(3));
    }

    @Test
    void the_parameter_groups_of_j1939_mean_the_same_to_both_those_of_several_frames_too() throws IOException {
        Path file = Path.of(canmatrix.lines("j1939").getFirst());
        String text = J1939File.sound(DbcText.decode(Files.readAllBytes(file)));
        Database read = Database.parse("j1939.dbc", text, Overlaps.ALLOWED);

        assertThat(read.messages()).hasSizeGreaterThan(350).noneMatch(Message::fd);
        assertThat(read.messages().stream()
                        .mapToInt(message -> message.signals().size())
                        .sum())
                .isGreaterThan(2300);
        assertThat(read.messages()).filteredOn(Message::segmented).hasSizeGreaterThan(10);
        judge(read, text, new Entropy(4));
        assertThat(Database.parse("again.dbc", DbcWriter.text(read), Overlaps.ALLOWED))
                .isEqualTo(read);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void random_databases_mean_the_same_to_both(long seed) throws IOException {
        Entropy entropy = new Entropy(seed);
        judge(Database.parse("random.dbc", RandomDatabase.text(entropy)), entropy);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void what_canmatrix_writes_is_read_with_the_same_meaning(long seed) throws IOException {
        Path ours = folder.resolve("ours.dbc");
        Path theirs = folder.resolve("theirs.dbc");
        Entropy entropy = new Entropy(seed);
        Database database = Database.parse("random.dbc", RandomDatabase.text(entropy));
        Files.writeString(ours, DbcWriter.text(database));

        canmatrix.lines("convert", ours.toString(), theirs.toString());

        Database read = Database.read(theirs);
        assertThat(read.messages()).hasSameSizeAs(database.messages());
        for (Message message : database.messages()) {
            Message again = read.message(message.name());
            for (int i = 0; i < PAYLOADS; i++) {
                byte[] data = entropy.bytes(message.length());
                assertThat(again.decode(data)).isEqualTo(message.decode(data));
            }
        }
    }

    private void judge(Database database, Entropy entropy) throws IOException {
        judge(database, DbcWriter.text(database), entropy);
    }

    private void judge(Database database, String text, Entropy entropy) throws IOException {
        Path file = folder.resolve("judged.dbc");
        Files.writeString(file, text);
        List<String> payloads = new ArrayList<>();
        List<List<Reading>> readings = new ArrayList<>();
        for (Message message : database.messages()) {
            for (int i = 0; i < PAYLOADS; i++) {
                byte[] data = entropy.bytes(message.length());
                payloads.add(message.name() + " " + HexFormat.of().formatHex(data));
                readings.add(message.readings(data));
            }
        }
        Files.write(folder.resolve("judged.dbc.payloads"), payloads);

        JsonNode said = JsonMapper.shared().readTree(String.join("", canmatrix.lines("dump", file.toString())));

        assertThat(said.get("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        database.messages().stream().map(Message::name).toList());
        database.valueTables()
                .forEach(table ->
                        assertThat(said.get("tables").get(table.name())).isEqualTo(CanmatrixWords.of(table)));
        assertThat(said.get("nodes").valueStream().map(JsonNode::asString))
                .containsAll(database.nodes().stream().map(Node::name).toList());
        database.messages()
                .forEach(message ->
                        assertThat(said.get("messages").get(message.name())).isEqualTo(CanmatrixWords.of(message)));
        for (int i = 0; i < readings.size(); i++) {
            same(payloads.get(i), readings.get(i), said.get("decoded").get(i));
        }
    }

    private static void same(String payload, List<Reading> readings, JsonNode said) {
        assertThat(said.propertyNames())
                .describedAs(payload)
                .containsExactlyInAnyOrderElementsOf(readings.stream()
                        .map(reading -> reading.signal().name())
                        .toList());
        for (Reading reading : readings) {
            Signal signal = reading.signal();
            JsonNode theirs = said.get(signal.name());
            String place = signal.name() + " in " + payload;
            double number = RawCodec.number(signal, reading.raw());
            if (signal.format() == NumberFormat.INTEGER) {
                String raw = signal.signed() ? "" + reading.raw() : Long.toUnsignedString(reading.raw());
                assertThat(theirs.get("raw").asString()).describedAs(place).isEqualTo(raw);
            } else {
                assertThat(theirs.get("raw").asDouble(Double.NaN))
                        .describedAs(place)
                        .isEqualTo(number);
            }
            if (Double.isFinite(number)) {
                double error = 1e-12 * (Math.abs(number * signal.scaling().factor()) + 100);
                assertThat(theirs.get("physical").asDouble())
                        .describedAs(place)
                        .isCloseTo(reading.physical(), within(error));
            }
        }
    }
}
