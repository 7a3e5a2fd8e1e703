package dev.underpin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureReportTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern DATA = Pattern.compile("d\\('([^']+)','([^']*)'\\)");

    @TempDir
    static Path folder;

    @BeforeAll
    static void run() throws IOException {
        new TinyRun().run(folder.resolve("report"), "not @mistaken", 1, TinyRun.FEATURES);
    }

    @Test
    void thePageLoadsNothingFromAnywhere() throws IOException {
        String page = page();

        assertThat(LOADED.matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("data:"));
        assertThat(page).doesNotContain("http://", "https://", "gtag");
    }

    @Test
    void theContractsTabHoldsContractSectionClauseAndProof() throws IOException {
        JsonNode contract = data("data/contracts.json").get("children").get(0);

        assertThat(contract.get("name").asString()).isEqualTo("Over-the-Air Software Updates for In-Vehicle Systems");
        assertThat(names(contract)).containsExactly("Precondition", "Main scenario", "Postcondition");
        JsonNode precondition = contract.get("children").get(0);
        assertThat(names(precondition)).containsExactly("OTA-P4 enough battery charge");
        assertThat(names(precondition.get("children").get(0)))
                .containsExactlyInAnyOrder(
                        "The lamp waits (10, short)", "The lamp waits (3000, long)", "The lamp is dark for 5 s");
    }

    @Test
    void everyVerdictButPassHasItsCategory() throws IOException {
        assertThat(names(data("data/categories.json")))
                .containsExactlyInAnyOrder("Vehicle failed", "Harness failed", "Not run");
    }

    @Test
    void theEnvironmentNamesRigSeedAndDigest() throws IOException {
        assertThat(data("widgets/environment.json").findValuesAsString("name")).contains("Rig", "Seed", "Digest");
    }

    @Test
    void aScenarioKeepsItsHistoryIdWhenItsFileGrows() throws IOException {
        Path grown = folder.resolve("grown.feature");
        String lamp = Files.readString(TinyRun.FEATURES.resolve("lamp/lamp.feature"));
        Files.writeString(grown, "# a new first line\n" + lamp);
        new TinyRun().run(folder.resolve("grown"), "@OTA-M1", 1, grown);

        String id = historyId(folder.resolve("grown"), "The lamp is lit");
        assertThat(id).isEqualTo(historyId(folder.resolve("report"), "The lamp is lit"));
    }

    @Test
    void stepsShowTheirVehicleTimeAndScenariosTheirPictures() throws IOException {
        JsonNode result = result(folder.resolve("report"), "The lamp waits (3000, long)");

        assertThat(result.get("steps").findValuesAsString("name"))
                .contains("When 3000 seconds pass  [0:00.500 – 50:01.000]");
        assertThat(result.get("attachments").findValuesAsString("name"))
                .containsExactly("Sequence of the scenario", "Bus: first and last diagnostics");
    }

    private static String page() throws IOException {
        return Files.readString(folder.resolve("report/allure-report/index.html"));
    }

    private static JsonNode data(String name) throws IOException {
        MatchResult data = DATA.matcher(page())
                .results()
                .filter(found -> found.group(1).equals(name))
                .findFirst()
                .orElseThrow();
        byte[] json = Base64.getDecoder().decode(data.group(2));
        return JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
    }

    private static List<String> names(JsonNode group) {
        List<String> names = new ArrayList<>();
        group.get("children").forEach(child -> names.add(child.get("name").asString()));
        return names;
    }

    private static String historyId(Path report, String name) throws IOException {
        return result(report, name).get("historyId").asString();
    }

    private static JsonNode result(Path report, String name) throws IOException {
        try (Stream<Path> files = Files.list(report.resolve("allure-results"))) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(file -> JsonMapper.shared().readTree(file))
                    .filter(result -> result.get("name").asString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
