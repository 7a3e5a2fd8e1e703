package dev.underpin.fault;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import dev.underpin.time.Span;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plan's YAML file; {@code fault-plan.schema.json} beside this class is the authority on fields and values. */
record PlanFile(String plan, List<Line> faults) {
    static final String SCHEMA = "fault-plan.schema.json";

    static FaultPlan read(Path file) {
        return plan(file.toString(), YamlFile.read(file, PlanFile.class, SCHEMA, PlanFile.class));
    }

    static FaultPlan parse(String place, String yaml) {
        return plan(place, YamlFile.parse(place, yaml, PlanFile.class, SCHEMA, PlanFile.class));
    }

    private static FaultPlan plan(String place, PlanFile read) {
        try {
            return new FaultPlan(
                    read.plan, read.faults.stream().map(Line::planned).toList());
        } catch (IllegalArgumentException wrong) {
            throw UserMistake.saying("%s: %s".formatted(place, wrong.getMessage()));
        }
    }

    static String yaml(FaultPlan plan) {
        return YamlFile.text(
                new PlanFile(plan.name(), plan.faults().stream().map(Line::of).toList()));
    }

    /** One fault of the plan. */
    @JsonPropertyOrder({"fault", "parameters", "when", "for", "chance"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    static final class Line {
        @JsonProperty("fault")
        private String kind = "";

        private final Map<String, Object> parameters = new LinkedHashMap<>();

        @JsonProperty("when")
        private @Nullable When when;

        @JsonProperty("for")
        private @Nullable String lasting;

        @JsonProperty("chance")
        private @Nullable Double chance;

        @JsonAnySetter
        void parameter(String name, Object value) {
            parameters.put(name, value);
        }

        @JsonAnyGetter
        Map<String, Object> parameters() {
            return parameters;
        }

        PlannedFault planned() {
            Fault fault = FaultKind.named(kind).orElseThrow().fault(parameters);
            return new PlannedFault(
                    fault,
                    when == null ? new Trigger.Begin() : when.trigger(),
                    lasting == null ? PlannedFault.UNTIL_THE_END : Span.nanos(lasting),
                    chance == null ? 1 : chance);
        }

        static Line of(PlannedFault planned) {
            Line line = new Line();
            line.kind = planned.fault().kind();
            line.parameters.putAll(FaultKind.of(planned.fault()).values(planned.fault()));
            line.when = When.of(planned.when());
            line.lasting = planned.lasting() == PlannedFault.UNTIL_THE_END ? null : Span.text(planned.lasting());
            line.chance = planned.chance() == 1 ? null : planned.chance();
            return line;
        }
    }

    /** When it begins: one of {@code at}, {@code phase}, {@code record}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record When(
            @Nullable String at,
            @Nullable String phase,
            @Nullable String of,
            @Nullable String record,
            @Nullable Map<String, String> where,
            @Nullable Integer nth,
            @Nullable String after) {
        Trigger trigger() {
            int occurrence = nth == null ? 1 : nth;
            long delay = after == null ? 0 : Span.nanos(after);
            if (phase != null) {
                return new Trigger.AtPhase(Phase.named(phase).orElseThrow(), of == null ? "" : of, occurrence, delay);
            }
            if (record != null) {
                return new Trigger.OnRecord(Kind.valueOf(record), where == null ? Map.of() : where, occurrence, delay);
            }
            return new Trigger.At(Span.nanos(Objects.requireNonNull(at)));
        }

        static @Nullable When of(Trigger trigger) {
            return switch (trigger) {
                case Trigger.Begin now -> null;
                case Trigger.At at -> new When(Span.text(at.after()), null, null, null, null, null, null);
                case Trigger.AtPhase it ->
                    new When(
                            null,
                            it.phase().id(),
                            it.ecu().isEmpty() ? null : it.ecu(),
                            null,
                            null,
                            nth(it.occurrence()),
                            delay(it.after()));
                case Trigger.OnRecord it ->
                    new When(
                            null,
                            null,
                            null,
                            it.kind().name(),
                            it.where().isEmpty() ? null : new TreeMap<>(it.where()),
                            nth(it.occurrence()),
                            delay(it.after()));
            };
        }

        private static @Nullable Integer nth(int occurrence) {
            return occurrence == 1 ? null : occurrence;
        }

        private static @Nullable String delay(long after) {
            return after == 0 ? null : Span.text(after);
        }
    }
}
