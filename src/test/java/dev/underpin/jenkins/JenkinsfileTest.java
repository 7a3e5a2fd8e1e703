package dev.underpin.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.underpin.cli.CommandLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nightly, played for a recorder: no real Jenkins is asked. */
class JenkinsfileTest {
    private static final Path FILE = Path.of("Jenkinsfile");
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @Test
    void the_stages_come_in_the_order_of_a_night() throws IOException {
        Word pipeline = played();

        assertThat(pipeline.all("stage"))
                .extracting(stage -> stage.text(""))
                .containsExactly(
                        "Build",
                        "Virtual rig",
                        "Campaign",
                        "Shard",
                        "Shard",
                        "Shard",
                        "Shard",
                        "Campaign merged",
                        "Virtual machine",
                        "Kernel",
                        "Kernel",
                        "Benches",
                        "Bench",
                        "Bench");
    }

    @Test
    void every_shell_line_is_a_command_of_this_repository_that_would_be_understood() throws IOException {
        List<String> commands = shell(played());

        assertThat(commands).hasSizeGreaterThan(8).allSatisfy(command -> {
            List<String> words = words(command);
            assertThat(Path.of(words.getFirst())).isExecutable();
            if (words.getFirst().equals("./underpin")) {
                assertThatCode(() -> CommandLines.parse(words.subList(1, words.size())))
                        .as(command)
                        .doesNotThrowAnyException();
            }
            assertThat(words)
                    .filteredOn(word -> word.matches("(rigs|features)/.*"))
                    .allSatisfy(named -> assertThat(Path.of(named)).as(command).exists());
        });
    }

    @Test
    void the_recorder_would_see_a_command_that_does_not_exist() {
        assertThatCode(() -> CommandLines.parse(List.of("run", "--sede", "1")))
                .hasMessageContaining("Unknown option: '--sede'");
        assertThatCode(() -> CommandLines.parse(List.of("rig", "repair", "x.yaml")))
                .hasMessageContaining("repair");
    }

    @Test
    void the_campaign_is_played_in_shards_that_are_whole_and_merged() throws IOException {
        List<String> commands = shell(played());

        assertThat(commands.stream()
                        .filter(it -> it.contains("--shard"))
                        .map(it -> it.replaceAll(".*--shard \"|\" .*", "")))
                .containsExactly("1/4", "2/4", "3/4", "4/4");
        assertThat(commands)
                .filteredOn(it -> it.contains("campaign merge"))
                .singleElement()
                .satisfies(merge -> assertThat(merge)
                        .contains("reports/shard-1 reports/shard-2 reports/shard-3 reports/shard-4 --out"));
    }

    @Test
    void each_bench_runs_on_its_own_agent_under_its_own_lock_health_first_and_is_given_back_in_the_end()
            throws IOException {
        List<Word> benches = benches(played());

        assertThat(benches).hasSize(2).allSatisfy(cell -> {
            String bench = cell.variables().get("BENCH");
            assertThat(Path.of("rigs", bench + ".yaml")).isRegularFile();
            assertThat(cell.first("agent").first("label").text("")).isEqualTo(bench);
            assertThat(cell.first("lock").text("resource")).isEqualTo(bench);
            List<String> commands = shell(cell.first("lock"));
            assertThat(commands).as("nothing touches a bench without its lock").isEqualTo(shell(cell));
            assertThat(commands)
                    .extracting(JenkinsfileTest::verb)
                    .containsExactly("rig health", "run --rig", "rig release");
            assertThat(commands).allMatch(command -> command.contains("rigs/" + bench + ".yaml"));
        });
    }

    @ParameterizedTest(name = "{0} fails: then {1}")
    @CsvSource({"rig health, rig health|rig release", "run --rig, rig health|run --rig|rig release"})
    void a_bench_is_given_back_and_its_results_are_published_whatever_fails(String failing, String played)
            throws IOException {
        Word pipeline = new PipelineRecorder()
                .failing(command -> verb(command).equals(failing))
                .play(FILE);

        assertThat(benches(pipeline)).allSatisfy(cell -> {
            assertThat(shell(cell)).extracting(JenkinsfileTest::verb).containsExactly(played.split("\\|"));
            assertThat(cell.first("post").first("always").all("junit")).hasSize(1);
        });
    }

    @Test
    void an_abort_during_a_run_on_a_bench_gives_it_back_and_still_publishes() throws IOException {
        Word pipeline = new PipelineRecorder()
                .aborting(command -> command.contains("run --rig \"rigs/bench-socketcan"))
                .play(FILE);

        Word bench = benches(pipeline).getFirst();
        assertThat(shell(bench))
                .extracting(JenkinsfileTest::verb)
                .containsExactly("rig health", "run --rig", "rig release");
        assertThat(bench.first("post").first("always").all("junit")).hasSize(1);
        assertThat(pipeline.first("pipeline").inside().getLast().all("allure")).hasSize(1);
    }

    @Test
    void an_abort_before_the_benches_leaves_them_alone_and_still_publishes() throws IOException {
        Word pipeline = new PipelineRecorder()
                .aborting(command -> command.contains("rigs/virtual.yaml"))
                .play(FILE);

        assertThat(shell(pipeline)).hasSize(2).last().asString().contains("rigs/virtual.yaml");
        assertThat(pipeline.first("pipeline").inside().getLast().all("allure")).hasSize(1);
    }

    @Test
    void every_stage_that_does_something_publishes_what_it_left_even_when_it_dies() throws IOException {
        Word pipeline = new PipelineRecorder().failing(command -> true).play(FILE);

        List<Word> working = pipeline.all("stage").stream()
                .filter(stage ->
                        stage.inside().stream().anyMatch(word -> word.name().equals("steps")))
                .toList();
        assertThat(working)
                .hasSize(11)
                .allSatisfy(
                        stage -> assertThat(stage.first("post").first("always").inside())
                                .extracting(Word::name)
                                .containsAnyOf("junit", "archiveArtifacts", "stash"));
    }

    @Test
    void one_report_is_made_of_what_every_rig_left_and_all_of_it_was_stashed_before() throws IOException {
        Word pipeline = played();
        Word last = pipeline.first("pipeline").inside().getLast();

        assertThat(last.name()).isEqualTo("post");
        List<String> taken = last.first("always").all("unstash").stream()
                .map(word -> word.text("name"))
                .toList();
        List<String> kept =
                pipeline.all("stash").stream().map(word -> word.text("name")).toList();
        assertThat(kept).containsAll(taken);
        assertThat(pipeline.all("unstash"))
                .extracting(word -> word.text("name"))
                .isSubsetOf(kept);
        assertThat(last.first("allure").arguments().toString())
                .contains(taken.stream()
                        .map("reports/%s/allure-results"::formatted)
                        .toArray(String[]::new));
    }

    @Test
    void evidence_of_every_rig_is_archived_with_the_pass_rates() throws IOException {
        assertThat(played().all("archiveArtifacts"))
                .extracting(word -> word.text("artifacts"))
                .anyMatch(it -> it.contains("reports/virtual/summary.json"))
                .anyMatch(it -> it.contains("reports/vm-kvaser/summary.json"))
                .anyMatch(it ->
                        it.contains("reports/bench-slcan/summary.json") && it.contains("reports/bench-slcan/history/"))
                .anyMatch(it -> it.contains("reports/campaign/"));
    }

    @Test
    void benches_that_nobody_asked_for_are_left_alone() throws IOException {
        Word pipeline = new PipelineRecorder().with("RIGS", "bench-slcan").play(FILE);

        assertThat(benches(pipeline))
                .extracting(cell -> cell.first("expression").inside().getFirst().name())
                .containsExactly("false", "true");
    }

    @Test
    void seed_tags_repetitions_campaign_and_rigs_are_parameters_and_reach_the_commands() throws IOException {
        Word pipeline = new PipelineRecorder()
                .with("SEED", "77")
                .with("TAGS", "@OTA-M4")
                .with("REPEAT", "5")
                .play(FILE);

        assertThat(pipeline.first("parameters").inside())
                .extracting(word -> word.text("name"))
                .containsExactly("SEED", "TAGS", "REPEAT", "CAMPAIGN", "RIGS");
        assertThat(shell(pipeline))
                .filteredOn(command -> verb(command).startsWith("run"))
                .hasSize(3)
                .allMatch(command -> command.contains("--seed \"77\" --tags \"@OTA-M4\" --repeat \"5\""));
    }

    private static Word played() throws IOException {
        return new PipelineRecorder().play(FILE);
    }

    private static List<Word> benches(Word pipeline) {
        return pipeline.all("cell").stream()
                .filter(cell -> cell.arguments().getFirst() instanceof Map<?, ?> values && values.containsKey("BENCH"))
                .toList();
    }

    /** The shell commands in a word, in order, their variables put in. */
    private static List<String> shell(Word word) {
        return word.all("sh").stream()
                .map(PipelineRecorder::expanded)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String verb(String command) {
        List<String> words = words(command);
        return String.join(" ", words.subList(1, Math.min(3, words.size())));
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(command);
        while (token.find()) {
            words.add(
                    token.group(1) != null ? token.group(1) : token.group(2) != null ? token.group(2) : token.group(3));
        }
        return words;
    }
}
