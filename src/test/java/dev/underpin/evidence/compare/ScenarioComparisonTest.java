package dev.underpin.evidence.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioComparisonTest {
    @TempDir
    Path folder;

    @Test
    void times_make_no_difference() throws IOException {
        Path one = left(
                "one", "(1793602800.000100) drive 123#01", "{\"index\":0,\"at\":5,\"kind\":\"LAMP\",\"lamp\":\"a\"}");
        Path other = left(
                "other", "(1793602811.000100) drive 123#01", "{\"index\":0,\"at\":7,\"kind\":\"LAMP\",\"lamp\":\"a\"}");

        ScenarioComparison compared = ScenarioComparison.of("it", one, other);

        assertThat(compared.same()).isTrue();
        assertThat(compared.text()).isEqualTo("records: 1, the same\nframes on drive: 1, the same");
    }

    @Test
    void another_content_is_shown_with_both_lines() throws IOException {
        Path one = left("one", "(1.0) drive 123#01", "{\"index\":0,\"at\":5,\"kind\":\"LAMP\",\"lamp\":\"a\"}");
        Path other = left("other", "(1.0) drive 123#02", "{\"index\":0,\"at\":5,\"kind\":\"LAMP\",\"lamp\":\"b\"}");

        ScenarioComparison compared = ScenarioComparison.of("it", one, other);

        assertThat(compared.same()).isFalse();
        assertThat(compared.text())
                .contains("records: 1 and 1, of which 1 only in the first and 1 only in the second")
                .contains("- 0.000000 s {\"kind\":\"LAMP\",\"lamp\":\"a\"}")
                .contains("+ (1.0) drive 123#02");
    }

    @Test
    void a_difference_leads_from_one_sequence_to_the_other_and_is_as_short_as_can_be() {
        for (int seed = 0; seed < 300; seed++) {
            Entropy chance = new Entropy(seed);
            List<String> one = sequence(chance);
            List<String> other = sequence(chance);

            Difference difference = Difference.between(one, other);

            List<String> rest = new ArrayList<>(one);
            difference.removed().reversed().forEach(place -> rest.remove((int) place));
            List<String> common = new ArrayList<>(other);
            difference.added().reversed().forEach(place -> common.remove((int) place));
            assertThat(rest).isEqualTo(common).hasSize(longestCommon(one, other));
        }
    }

    private static List<String> sequence(Entropy chance) {
        List<String> made = new ArrayList<>();
        long size = chance.below(30);
        for (int i = 0; i < size; i++) {
            made.add(String.valueOf(chance.below(4)));
        }
        return made;
    }

    private static int longestCommon(List<String> one, List<String> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                longest[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[one.size()][other.size()];
    }

    private Path left(String name, String frame, String record) throws IOException {
        Path scenario =
                Files.createDirectories(folder.resolve(name).resolve("drive")).getParent();
        Files.writeString(scenario.resolve("record.jsonl"), record + "\n");
        Files.writeString(scenario.resolve("drive/bus.log"), frame + "\n");
        return scenario;
    }
}
