package dev.underpin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans as people write them, and their schema. */
class FaultPlanTest {
    @TempDir
    private Path folder;

    @Test
    void a_plan_says_what_when_and_for_how_long() throws IOException {
        FaultPlan plan = read("""
                plan: two of them
                faults:
                  - fault: supply-cut
                    ecu: BMS
                    when: {phase: transfer, of: BMS, nth: 3, after: 100 ms}
                    for: 200 ms
                  - fault: transport
                    ecu: BRK
                    way: responses
                    harm: lost-frame
                    often: once
                    when: {record: HTTP, where: {path: ".*/offer"}}
                    chance: 0.5
                  - fault: link-down
                    when: {at: 1.5 min}
                """);

        assertThat(plan.faults())
                .containsExactly(
                        PlannedFault.of(
                                new SupplyFault.SupplyCut("BMS"),
                                new Trigger.AtPhase(Phase.TRANSFER, "BMS", 3, 100 * Nanos.MILLISECOND),
                                200 * Nanos.MILLISECOND),
                        new PlannedFault(
                                new TransportFault.Transport(
                                        "BRK",
                                        Fault.Way.RESPONSES,
                                        TransportFault.Harm.LOST_FRAME,
                                        TransportFault.Often.ONCE),
                                new Trigger.OnRecord(Kind.HTTP, Map.of("path", ".*/offer"), 1, 0),
                                PlannedFault.UNTIL_THE_END,
                                0.5),
                        PlannedFault.of(
                                new UplinkFault.LinkDown(),
                                new Trigger.At(90 * Nanos.SECOND),
                                PlannedFault.UNTIL_THE_END));
    }

    @Test
    void each_kind_survives_writing_and_reading() throws IOException {
        List<PlannedFault> all = new ArrayList<>();
        for (FaultKind kind : FaultKind.all()) {
            all.add(PlannedFault.of(Samples.of(kind), new Trigger.At(1234 * Nanos.MILLISECOND), Nanos.MINUTE));
        }
        FaultPlan plan = new FaultPlan("all", all);

        assertThat(read(plan.yaml())).isEqualTo(plan);
    }

    @Test
    void each_kind_is_its_words_again() {
        assertThat(FaultKind.all()).allSatisfy(kind -> {
            Fault fault = Samples.of(kind);
            assertThat(kind.fault(fault.target())).isEqualTo(fault);
        });
    }

    @Test
    void the_schema_knows_each_kind_with_its_parameters_and_each_phase_and_nothing_else() {
        JsonNode schema = schema();
        List<String> kinds = FaultKind.all().stream().map(FaultKind::id).toList();

        assertThat(texts(schema.at("/$defs/line/properties/fault/enum"))).containsExactlyElementsOf(kinds);
        assertThat(texts(schema.at("/$defs/when/properties/phase/enum")))
                .containsExactlyElementsOf(
                        Stream.of(Phase.values()).map(Phase::id).toList());
        assertThat(FaultKind.all()).allSatisfy(kind -> {
            JsonNode definition = schema.at("/$defs/" + kind.id());
            assertThat(definition.path("description").asString()).isNotBlank();
            List<String> expected = new ArrayList<>(List.of("fault", "when", "for", "chance"));
            expected.addAll(kind.parameters());
            assertThat(definition.path("properties").propertyNames()).containsExactlyElementsOf(expected);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fault: supply-cutt, ecu: BMS                         | faults.0.fault     | supply-cutt
            fault: supply-cut                                    | faults.0.ecu       | the field to be there
            fault: supply-cut, ecu: BMS, volts: 3                | faults.0.volts     | known fields
            fault: bus-noise, bus: drive, one-in: 3              | faults.0.one-in    | 10
            fault: link-down, for: 3 fortnights                  | faults.0.for       | fortnights
            fault: link-down, when: {phase: transfr}             | faults.0.when.phase| transfr
            fault: link-down, when: {at: 3 s, phase: transfer}   | faults.0.when      | at
            fault: link-down, chance: 0                          | faults.0.chance    | 0
            """)
    void what_is_wrong_is_told_with_line_field_and_what_was_found(String line, String field, String found) {
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> read("plan: wrong\nfaults:\n  - {" + line + "}\n"))
                .withMessageContaining("plan.yaml:")
                .withMessageContaining(field)
                .withMessageContaining(found);
    }

    private FaultPlan read(String yaml) throws IOException {
        return FaultPlan.read(Files.writeString(folder.resolve("plan.yaml"), yaml));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static JsonNode schema() {
        try (InputStream in = FaultPlan.class.getResourceAsStream("fault-plan.schema.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
