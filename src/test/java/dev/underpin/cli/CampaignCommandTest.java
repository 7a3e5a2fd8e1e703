package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.campaign.RunResult;
import dev.underpin.campaign.store.ResultFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignCommandTest {
    private static final String BLACKOUTS = """
            campaign: blackouts
            flows: [{flow: update}]
            drawn: {runs: 30, most: 2, faults: [{fault: blackout, for: 1..3 s}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_campaign_that_was_killed_goes_on_and_nothing_is_lost_or_counted_twice() throws Exception {
        Path file = Files.writeString(folder.resolve("blackouts.yaml"), BLACKOUTS);
        Path results = folder.resolve("results");
        try (Started campaign =
                new Started("campaign", file.toString(), "--workers", "1", "--out", results.toString())) {
            campaign.linesUntil(" left");
            campaign.end("KILL");
        }
        List<String> before = Files.readAllLines(results.resolve("results.jsonl"));

        int code = execute("campaign", file.toString(), "--out", results.toString());

        List<String> after = Files.readAllLines(results.resolve("results.jsonl"));
        assertThat(code).as(err.toString() + out).isZero();
        assertThat(before).isNotEmpty().hasSizeLessThan(30);
        assertThat(after.subList(0, before.size() - 1)).isEqualTo(before.subList(0, before.size() - 1));
        assertThat(after).hasSize(30);
        assertThat(ResultFolder.results(results).values())
                .extracting(RunResult::index)
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
        assertThat(results.resolve("summary.json"))
                .content()
                .contains("\"played\" : 30", "\"Pass\" : 30", "\"canaryCaught\" : true");
    }

    @Test
    void a_defect_behind_two_failures_is_found_by_chance_shrunk_to_them_and_replayed_by_the_printed_command()
            throws IOException {
        Path file = Files.writeString(folder.resolve("bug.yaml"), """
                campaign: bug
                flows: [{flow: update}]
                drawn:
                  runs: 60
                  most: 4
                  faults:
                    - {fault: exchange-lost, path: ".*", occurrence: 1..8}
                    - {fault: flash-cut, ecu: [BMS, VCU], operation: 1..8, millis: 200..900}
                    - {fault: link-down, for: 1..4 s}
                    - {fault: ecu-reset, ecu: [INV, IPC, THM]}
                """);
        int found = execute(
                "campaign",
                file.toString(),
                "--defect",
                "two-failures-overstated",
                "--out",
                folder.resolve("bug").toString());
        Matcher printed = Pattern.compile("faults: (\\d), shrunk to (2)\\R  underpin (replay) (\\S+)")
                .matcher(out.toString());

        assertThat(found).as(err.toString() + out).isEqualTo(1);
        assertThat(printed.find()).as(out.toString()).isTrue();
        String digest = digest(Path.of(printed.group(4)).resolveSibling("run.yaml"));
        assertThat(execute(printed.group(3), printed.group(4))).isEqualTo(1);
        assertThat(out.toString()).contains("Fail V10", digest).doesNotContain("another than the file's");

        Path run = Path.of(printed.group(4)).resolveSibling("run.yaml");
        Files.writeString(
                run,
                Files.readString(run)
                        .replaceFirst("defect: .*", "defect: \"\"")
                        .replaceFirst("digest: .*", "digest: \"\""));
        assertThat(execute(printed.group(3), printed.group(4)))
                .as("the sound vehicle: " + out)
                .isZero();
    }

    @Test
    void a_defect_that_nobody_knows_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("blackouts.yaml"), BLACKOUTS);
        assertThat(execute("campaign", file.toString(), "--defect", "gremlins")).isEqualTo(2);
        assertThat(err.toString()).contains("--defect", "gremlins");
    }

    private static String digest(Path run) throws IOException {
        Matcher digest = Pattern.compile("[0-9a-f]{64}").matcher(Files.readString(run));
        assertThat(digest.find()).isTrue();
        return digest.group();
    }

    @Test
    void shards_are_merged_into_the_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("blackouts.yaml"), BLACKOUTS);
        for (String shard : List.of("1/2", "2/2")) {
            assertThat(execute(
                            "campaign", file.toString(), "--runs", "4", "--shard", shard, "--out", shardFolder(shard)))
                    .isZero();
        }

        int merged = execute(
                "campaign",
                "merge",
                shardFolder("1/2"),
                shardFolder("2/2"),
                "--out",
                folder.resolve("all").toString());

        assertThat(merged).as(err.toString()).isZero();
        assertThat(out.toString()).contains("4 of 4 runs have a result", "4 Pass");
        assertThat(execute(
                        "campaign",
                        "merge",
                        shardFolder("1/2"),
                        shardFolder("1/2"),
                        "--out",
                        folder.resolve("twice").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("shard 1 again");
    }

    @Test
    void the_whole_is_believed_only_as_far_as_each_shard() throws IOException {
        Path file = Files.writeString(folder.resolve("blackouts.yaml"), BLACKOUTS);
        for (String shard : List.of("1/2", "2/2")) {
            execute("campaign", file.toString(), "--runs", "2", "--shard", shard, "--out", shardFolder(shard));
        }
        Path second = Path.of(shardFolder("2/2"), "summary.json");
        String sound = Files.readString(second);

        merge("sound");
        assertThat(folder.resolve("sound/summary.json"))
                .content()
                .contains("\"repeated\" : 2", "\"canaryCaught\" : true");

        Files.writeString(second, sound.replace("\"canaryCaught\" : true", "\"canaryCaught\" : false"));
        assertThat(merge("blind")).isEqualTo(3);

        Files.delete(second);
        assertThat(merge("unfinished")).isEqualTo(2);
        assertThat(err.toString()).contains("a shard that has come to its end", "no readable summary.json");
        assertThat(folder.resolve("unfinished")).doesNotExist();
    }

    private int merge(String into) {
        return execute(
                "campaign",
                "merge",
                shardFolder("1/2"),
                shardFolder("2/2"),
                "--out",
                folder.resolve(into).toString());
    }

    private String shardFolder(String shard) {
        return folder.resolve("shard" + shard.charAt(0)).toString();
    }

    private int execute(String... arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
