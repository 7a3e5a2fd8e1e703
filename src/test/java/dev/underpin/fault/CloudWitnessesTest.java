package dev.underpin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The witnesses of lost exchanges and of a lost link before histories made by hand. */
class CloudWitnessesTest {
    private static final String LOST = "UNREACHABLE: no answer";

    private final History history = new History();

    @ParameterizedTest
    @ValueSource(strings = {"vehicle", "app", "desk"})
    void an_exchange_that_was_lost_is_seen_whoever_asked(String leg) {
        Entry fault = fault("exchange-lost", ".*/offer 1");
        Entry lost = exchange(leg, "/vehicle/v1/V1/offer", LOST);

        assertThat(seen(fault).orElseThrow().records()).containsExactly(lost);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "desk, /desk/v1/sessions, UNREACHABLE",
        "desk, /vehicle/v1/V1/offer, ''",
        "vehicle, /offers, UNREACHABLE"
    })
    void an_exchange_of_another_path_or_with_an_answer_is_no_lost_one(String leg, String path, String error) {
        Entry fault = fault("exchange-lost", ".*/offer 1");
        exchange(leg, path, error);

        assertThat(seen(fault)).isEmpty();
    }

    @Test
    void an_exchange_that_was_lost_before_shows_nothing() {
        exchange("desk", "/vehicle/v1/V1/offer", LOST);

        assertThat(seen(fault("exchange-lost", ".*/offer 1"))).isEmpty();
    }

    @Test
    void a_lost_link_is_the_vehicles_and_no_other_leg_shows_it() {
        Entry fault = fault("link-down", "");
        exchange("desk", "/desk/v1/inbox", LOST);
        exchange("app", "/app/v1/V1/inbox", LOST);
        assertThat(seen(fault)).isEmpty();

        exchange("vehicle", "/vehicle/v1/V1/offer", LOST);

        assertThat(seen(fault)).isPresent();
    }

    private Entry exchange(String leg, String path, String error) {
        return history.add(
                history.entries().size(),
                Kind.HTTP,
                "cloud",
                Fields.of("leg", leg).and("method", "GET").and("path", path).and("error", error));
    }

    private Entry fault(String kind, String target) {
        return history.add(
                history.entries().size(),
                Kind.FAULT,
                "nemesis",
                Fields.of("fault", kind).and("target", target).and("state", "injected"));
    }

    private Optional<Sighting> seen(Entry injected) {
        return Witness.of(Fault.of(injected)).seenIn(history, injected);
    }
}
