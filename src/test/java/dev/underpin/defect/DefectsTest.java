package dev.underpin.defect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.defect.hunt.FeatureHunt;
import dev.underpin.defect.hunt.Grounds;
import dev.underpin.defect.hunt.Trail;
import dev.underpin.judge.Clauses;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.virtual.VirtualRig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect is found by the scenarios that should find it, and the failure says which promise it breaks. */
class DefectsTest {
    private static final Path RIG = Path.of("rigs/virtual.yaml");
    private static final VirtualRig SOUND = new VirtualRig(RigFile.read(RIG), RIG, 1, Path.of("target/images"));
    private static final Path FEATURES = Path.of("features");
    private static final FeatureHunt HUNT =
            FeatureHunt.whereExpected(new Grounds(SOUND, FEATURES, Clauses.read(FEATURES)));
    private static final int WANTED = 120;

    /** Nothing finds these yet. */
    private static final Set<String> ESCAPED = Set.of("vital-frame-missing");

    private static final Map<String, Trail> TRAILS = new ConcurrentHashMap<>();

    /** Defects share nothing: they are hunted side by side. */
    @BeforeAll
    static void hunt() {
        defects().parallelStream().forEach(defect -> TRAILS.put(defect.id(), HUNT.hunt(defect)));
    }

    static List<Defect> defects() {
        return Catalogue.all(SOUND.table());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void each_defect_turns_a_scenario_to_fail_and_names_the_broken_promise(Defect defect) {
        Trail trail = Objects.requireNonNull(TRAILS.get(defect.id()));
        if (ESCAPED.contains(defect.id())) {
            assertThat(trail.caught()).as("it is found now: take it off the list").isFalse();
            return;
        }
        assertThat(trail.caught()).as(trail.words()).isTrue();
        assertThat(trail.named())
                .as("%s has to name %s, not only: %s", trail.where(), defect.broken(), trail.words())
                .isTrue();
    }

    @Test
    void there_are_many_in_every_area_and_no_two_share_a_name() {
        Map<Area, Long> each = defects().stream().collect(Collectors.groupingBy(Defect::area, Collectors.counting()));
        assertThat(defects()).hasSizeGreaterThanOrEqualTo(WANTED).extracting(Defect::id).doesNotHaveDuplicates();
        assertThat(each).containsOnlyKeys(Area.values()).allSatisfy((area, count) -> assertThat(count).isGreaterThan(9));
    }
}
