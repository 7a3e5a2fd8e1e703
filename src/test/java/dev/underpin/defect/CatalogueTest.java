package dev.underpin.defect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judge.Clauses;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Promise;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.resource.Resource;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue says of each defect is about scenarios and rules that there are. */
class CatalogueTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final Path FEATURES = Path.of("features");
    private static final int WANTED = 120;
    private static final int IN_EACH_AREA = 10;

    /** Rows that steps judge themselves: a workshop's tester goes through them. */
    private static final Pattern CHECKLIST = Pattern.compile("ECU-(0[1-9]|1[0-4])|V(12|14|36|37|38)");

    /** A view of a screen that never came. */
    private static final Pattern VIEW = Pattern.compile("(update|diag)\\.[a-z]+");

    private static final Map<String, List<Feature>> PARSED = new ConcurrentHashMap<>();

    private static final List<Defect> DEFECTS =
            Catalogue.all(new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target/images")).table());
    private static final Judge JUDGE = Judge.standard();
    private static final Set<String> INVARIANTS =
            JUDGE.invariants().stream().map(Promise::id).collect(Collectors.toSet());
    private static final Clauses CLAUSES = Clauses.read(FEATURES);

    static List<Defect> defects() {
        return DEFECTS;
    }

    static List<Defect> looked_for_by_scenarios() {
        return DEFECTS.stream().filter(defect -> !defect.hidden()).toList();
    }

    @ParameterizedTest
    @MethodSource("looked_for_by_scenarios")
    void a_scenario_should_find_it(Defect defect) {
        Expression tags = TagExpressionParser.parse(defect.tags() + " and not @open");
        assertThat(features(defect.feature()).stream().flatMap(it -> it.getPickles().stream()))
                .as("%s in %s", defect.tags(), defect.feature())
                .anyMatch(pickle -> tags.evaluate(pickle.getTags()));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void it_breaks_a_rule_that_somebody_judges(Defect defect) {
        assertThat(defect.broken().split("\\|"))
                .allMatch(rule -> CLAUSES.find(rule).isPresent()
                        || INVARIANTS.contains(rule)
                        || JUDGE.row(rule).isPresent()
                        || CHECKLIST.matcher(rule).matches()
                        || VIEW.matcher(rule).matches());
    }

    @Test
    void there_are_many_in_every_area_and_no_two_share_a_name() {
        Map<Area, Long> each = defects().stream().collect(Collectors.groupingBy(Defect::area, Collectors.counting()));
        assertThat(defects())
                .hasSizeGreaterThanOrEqualTo(WANTED)
                .extracting(Defect::id)
                .doesNotHaveDuplicates();
        assertThat(each)
                .containsOnlyKeys(Area.values())
                .allSatisfy((area, count) -> assertThat(count).isGreaterThanOrEqualTo(IN_EACH_AREA));
    }

    private static List<Feature> features(String file) {
        return PARSED.computeIfAbsent(
                file,
                it -> new FeatureParser(UUID::randomUUID)
                        .parseResource(new Source(FEATURES.resolve(it))).stream()
                                .toList());
    }

    private record Source(Path path) implements Resource {
        @Override
        public URI getUri() {
            return path.toUri();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
