package dev.underpin.cloud.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.ReadOut;
import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** GW-10: what the console shows as live is. */
class SnapshotTest {
    private static final Instant READ = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest(name = "of {0}, shown at {1}: {2}")
    @CsvSource({
        "2026-11-20T10:00:00Z, 2026-11-20T10:00:30Z, false",
        "2026-11-20T10:00:00Z, 2026-11-20T10:01:01Z, true",
        "1970-01-01T00:00:00Z, 2026-11-20T10:00:30Z, true",
        "2026-11-20T10:00:04Z, 2026-11-20T10:00:30Z, false",
        "2031-01-01T00:00:00Z, 2026-11-20T10:00:30Z, true",
        "'', 2026-11-20T10:00:30Z, true"
    })
    void a_value_that_is_old_or_of_a_moment_that_cannot_be_is_stale(String captured, Instant now, boolean stale) {
        Snapshot snapshot = snapshot(captured);

        ObjectNode shown = snapshot.shown(now);

        assertThat(shown.path("ecus")
                        .path(0)
                        .path("values")
                        .path(0)
                        .path("stale")
                        .asBoolean(false))
                .isEqualTo(stale);
        assertThat(snapshot.json().toString()).as("what the vehicle sent").doesNotContain("stale");
    }

    private static Snapshot snapshot(String captured) {
        ObjectNode json = ReadOut.of("V", READ).ecu("IPC").json();
        ((ObjectNode) json.path("ecus").path(0))
                .putArray("values")
                .add(Json.object().put("did", "DD01").put("capturedAt", captured));
        return new Snapshot(json, READ);
    }
}
