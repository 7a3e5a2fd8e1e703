package dev.underpin.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.underpin.fault.CloudFault;
import dev.underpin.fault.EcuFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.PeopleFault;
import dev.underpin.fault.Phase;
import dev.underpin.fault.ScreenFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.Trigger;
import dev.underpin.fault.UplinkFault;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a flow has an occasion for a fault. */
class FootprintTest {
    private static final long HEADWAY = 500 * Nanos.MILLISECOND;
    private static final List<Long> PRESSES = List.of(100 * Nanos.MILLISECOND, 20 * Nanos.SECOND, 60 * Nanos.SECOND);
    private static final List<Long> ANSWERS = List.of(5 * Nanos.SECOND, 21 * Nanos.SECOND, 22 * Nanos.SECOND);
    private static final List<Footprint.Place> PHASES = List.of(new Footprint.Place(Phase.ERASE, "BMS"));
    private static final Footprint FLOW =
            new Footprint(Map.of(), Map.of(), ANSWERS.size(), PHASES, PRESSES, ANSWERS, 100);

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new PeopleFault.Cancels(), PRESSES),
                arguments(new PeopleFault.DoublePress(), PRESSES),
                arguments(new PeopleFault.WalksAway(), PRESSES),
                arguments(new ScreenFault.TouchDead(), PRESSES),
                arguments(new UplinkFault.LinkDown(), ANSWERS),
                arguments(new UplinkFault.LinkSlow(2000), ANSWERS),
                arguments(new SupplyFault.Blackout(), List.of()),
                arguments(new EcuFault.EcuReset("BMS"), List.of()),
                arguments(new CloudFault.CloudStatus(".*", 503, 1), List.of()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void people_and_screens_need_a_touch_and_the_link_an_answer(Fault fault, List<Long> occasions) {
        assertThat(FLOW.occasions(fault)).isEqualTo(occasions);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void what_needs_an_occasion_is_drawn_shortly_before_one_and_everything_else_at_any_time(
            Fault fault, List<Long> occasions) {
        List<Trigger> drawn = IntStream.range(0, 100)
                .mapToObj(run -> RunList.moment(fault, FLOW, new Entropy(run)))
                .toList();

        if (occasions.isEmpty()) {
            assertThat(drawn).hasAtLeastOneElementOfType(Trigger.AtPhase.class);
            assertThat(drawn).hasAtLeastOneElementOfType(Trigger.At.class);
        } else {
            assertThat(drawn).allMatch(when -> occasions.stream().anyMatch(it -> isShortlyBefore(when, it)));
            assertThat(occasions).allMatch(it -> drawn.stream().anyMatch(when -> isShortlyBefore(when, it)));
        }
    }

    private static boolean isShortlyBefore(Trigger when, long occasion) {
        return when instanceof Trigger.At at && at.after() <= occasion && at.after() > occasion - HEADWAY;
    }

    @ParameterizedTest(name = "{0} of 3 is {1}")
    @CsvSource({"1, 1", "3, 3", "4, 1", "20, 2"})
    void an_exchange_beyond_the_last_is_counted_on_from_the_first(int drawn, int taken) {
        assertThat(FLOW.fitted(new CloudFault.ExchangeLost(".*", drawn)))
                .isEqualTo(Optional.of(new CloudFault.ExchangeLost(".*", taken)));
    }
}
