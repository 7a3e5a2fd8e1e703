package dev.underpin.campaign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetReader;
import dev.underpin.campaign.Broken;
import dev.underpin.campaign.RunResult;
import dev.underpin.judge.Verdict;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    private static final Header WHOLE = new Header("c", "f", 1, 10, 1, 1);

    @TempDir
    private Path place;

    @Test
    void a_line_that_was_not_written_whole_is_not_there_and_its_run_is_played_again() throws IOException {
        Path folder = place.resolve("a");
        fill(folder, WHOLE, 0, 1);
        Files.writeString(folder.resolve("results.jsonl"), "{\"index\":2,\"end\":\"do", StandardOpenOption.APPEND);

        try (ResultFolder again = ResultFolder.open(folder, WHOLE)) {
            assertThat(again.has(1)).isTrue();
            assertThat(again.has(2)).isFalse();
            again.add(result(2));
        }

        assertThat(ResultFolder.results(folder).values()).containsExactly(result(0), result(1), result(2));
    }

    @Test
    void a_folder_of_another_campaign_is_refused() throws IOException {
        Path folder = place.resolve("a");
        fill(folder, WHOLE, 0);

        assertThatThrownBy(() -> ResultFolder.open(folder, new Header("c", "f", 2, 10, 1, 1)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("seed=2");
    }

    @Test
    void a_run_has_one_result() throws IOException {
        try (ResultFolder folder = ResultFolder.open(place.resolve("a"), WHOLE)) {
            folder.add(result(3));

            assertThatThrownBy(() -> folder.add(result(3))).hasMessageContaining("run 3");
        }
    }

    @Test
    void shards_add_up() throws IOException {
        Path one = fill(place.resolve("one"), shard(1), 0, 2, 4);
        Path two = fill(place.resolve("two"), shard(2), 1, 3);

        try (ResultFolder whole = Merge.of(List.of(two, one), place.resolve("all"))) {
            assertThat(whole.all()).extracting(RunResult::index).containsExactly(0, 1, 2, 3, 4);
        }
    }

    @Test
    void shards_that_overlap_or_are_foreign_are_refused() throws IOException {
        Path one = fill(place.resolve("one"), shard(1), 0, 2);
        Path again = fill(place.resolve("again"), shard(1), 4);
        Path foreign = fill(place.resolve("foreign"), new Header("c", "f", 9, 10, 2, 2), 1);
        Path greedy = fill(place.resolve("greedy"), shard(2), 1, 2);

        refused(List.of(one, again), "shard 1 again");
        refused(List.of(one, one), "shard 1 again");
        refused(List.of(one, foreign), "seed=9");
        refused(List.of(one, greedy), "run 2");
        refused(List.of(place), "campaign.json");
    }

    @Test
    void what_broke_is_grouped_with_numbers_left_out() {
        List<RunResult> results = List.of(
                result(0),
                broken(1, "V10", "fell from 99"),
                broken(2, "V10", "fell from 40.5"),
                broken(3, "V8", "moved"));

        assertThat(Failure.among(results))
                .extracting(Failure::what, Failure::runs)
                .containsExactly(Tuple.tuple("V10: fell from #", List.of(1, 2)), Tuple.tuple("V8: moved", List.of(3)));
    }

    @Test
    void a_campaign_whose_canary_lives_or_whose_repetition_differs_is_a_harness_error() {
        List<RunResult> results = List.of(result(0));

        assertThat(Summary.of(WHOLE, results, new Summary.Checks(1, List.of(), true))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(Summary.of(WHOLE, results, new Summary.Checks(1, List.of(), false))
                        .verdict())
                .isEqualTo(Verdict.HARNESS_ERROR);
        assertThat(Summary.of(WHOLE, results, new Summary.Checks(1, List.of(0), true))
                        .verdict())
                .isEqualTo(Verdict.HARNESS_ERROR);
    }

    @Test
    void the_results_are_there_as_columns_too() throws IOException {
        List<RunResult> results = List.of(result(0), broken(1, "V10", "fell"));
        Summary.of(WHOLE, results, new Summary.Checks(0, List.of(), true)).write(place, results);

        try (Stream<String[]> rows = ParquetReader.streamContentToStrings(
                place.resolve("results.parquet").toFile())) {
            assertThat(rows.map(row -> String.join(" ", row)))
                    .satisfiesExactly(
                            row -> assertThat(row)
                                    .contains("run=0", "verdict=Pass", "met=blackout@erase", "seconds=24.5"),
                            row -> assertThat(row).contains("run=1", "verdict=Fail", "broken=V10", "reason=fell"));
        }
    }

    private void refused(List<Path> shards, String words) {
        assertThatThrownBy(() -> Merge.of(shards, place.resolve("into")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(words);
    }

    private static Header shard(int number) {
        return new Header("c", "f", 1, 10, number, 2);
    }

    private static Path fill(Path folder, Header header, int... runs) throws IOException {
        try (ResultFolder open = ResultFolder.open(folder, header)) {
            for (int run : runs) {
                open.add(result(run));
            }
        }
        return folder;
    }

    private static RunResult result(int index) {
        return new RunResult(
                index, "done", List.of(), List.of(new RunResult.Met("blackout", "erase")), 24.5 + index, "ab");
    }

    private static RunResult broken(int index, String promise, String reason) {
        return new RunResult(index, "done", List.of(new Broken(promise, Verdict.FAIL, reason)), List.of(), 1, "ab");
    }
}
