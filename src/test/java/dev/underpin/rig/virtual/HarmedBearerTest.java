package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.Bearer.Conditions;
import dev.underpin.vehicle.telematics.Uplink;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class HarmedBearerTest {
    private static final UnaryOperator<Conditions> DOWN = air -> Conditions.NONE;
    private static final UnaryOperator<Conditions> SLOW =
            air -> new Conditions(air.up(), Math.min(100, air.bytesPerSecond()), air.latency(), air.loss());

    private final Bearer bearer = new Uplink(new VirtualScheduler(), new Entropy(1), request -> {
                throw new IllegalStateException("nothing is sent");
            })
            .wifi();
    private final HarmedBearer harmed = new HarmedBearer(bearer);

    @Test
    void what_begins_during_another_harm_and_outlasts_it_is_alone_then() {
        harmed.begin(DOWN);
        harmed.begin(SLOW);
        assertThat(bearer.conditions().up()).isFalse();

        harmed.end(DOWN);
        assertThat(bearer.conditions()).isEqualTo(SLOW.apply(Conditions.GOOD_WIFI));

        harmed.end(SLOW);
        assertThat(bearer.conditions()).isEqualTo(Conditions.GOOD_WIFI);
    }

    @Test
    void what_began_first_is_there_again_when_the_other_ends() {
        harmed.begin(SLOW);
        harmed.begin(DOWN);
        harmed.end(DOWN);
        assertThat(bearer.conditions()).isEqualTo(SLOW.apply(Conditions.GOOD_WIFI));
    }
}
