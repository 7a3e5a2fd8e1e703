package dev.underpin.cloud.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule CS-01: no other order is possible. */
class SessionStateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REQUESTED   | CONSENTED APPOINTMENT FOLLOW_UP ABORTED
            CONSENTED   | CONNECTING ABORTED
            CONNECTING  | ACTIVE APPOINTMENT FOLLOW_UP ABORTED
            ACTIVE      | SUSPENDED RESOLVED APPOINTMENT FOLLOW_UP ABORTED
            SUSPENDED   | ACTIVE APPOINTMENT FOLLOW_UP ABORTED
            RESOLVED    | ''
            APPOINTMENT | ''
            FOLLOW_UP   | ''
            ABORTED     | ''
            """)
    void onlyTheseStatesMayFollow(SessionState state, String followers) {
        assertThat(Arrays.stream(SessionState.values()).filter(state::precedes).map(Enum::name))
                .containsExactlyInAnyOrder(followers.isEmpty() ? new String[0] : followers.split(" "));
    }
}
