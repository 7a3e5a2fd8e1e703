package dev.underpin.campaign.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign, as its file describes it; {@code campaign.schema.json} beside this class is the authority on fields and values.
 *
 * @param name what it is called in reports
 * @param rig the rig file, from the campaign's file; without it the project's virtual rig
 * @param flows each sweep and each drawn run takes each of them in turn
 */
public record CampaignFile(
        @JsonProperty("campaign") String name,
        @Nullable String description,
        @Nullable String rig,
        List<FlowLine> flows,
        @Nullable List<Sweep> sweeps,
        @Nullable Drawn drawn) {
    /**
     * Every moment of one sort, once.
     *
     * @param every {@code flash-operation}, {@code phase}, {@code frame}, {@code exchange}, or {@code flow}: undisturbed
     * @param ecus only these control units; without it all
     * @param millis of a flash operation: how long the supply is cut
     * @param faults of a phase: what happens then
     * @param after of a phase: how long after its beginning, each of these, ms
     */
    public record Sweep(
            String every,
            @Nullable List<String> ecus,
            @Nullable Integer millis,
            @Nullable List<Map<String, Object>> faults,
            @Nullable List<Integer> after) {}

    /**
     * Runs by chance, each with some of the kinds only (swarm).
     *
     * @param runs how many unless the command says it
     * @param most most faults of one run
     */
    public record Drawn(int runs, int most, List<Map<String, Object>> faults) {}

    /**
     * Reads a campaign.
     *
     * @throws UserMistake naming file, line, field, what was expected and what was found
     */
    public static CampaignFile read(Path file) {
        CampaignFile read = YamlFile.read(file, CampaignFile.class, "campaign.schema.json", CampaignFile.class);
        try {
            read.templates().forEach(FaultTemplate::new);
        } catch (IllegalArgumentException wrong) {
            throw UserMistake.saying("%s: %s".formatted(file, wrong.getMessage()));
        }
        return read;
    }

    private List<Map<String, Object>> templates() {
        List<Map<String, Object>> all = new ArrayList<>();
        if (sweeps != null) {
            sweeps.forEach(sweep -> all.addAll(sweep.faults() == null ? List.of() : sweep.faults()));
        }
        if (drawn != null) {
            all.addAll(drawn.faults());
        }
        return all;
    }
}
