package dev.underpin.vehicle.telematics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.telematics.CloudTrouble.LinkFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UplinkTest {
    private static final Request ASKED = new Request("GET", "/x", Map.of(), new byte[0]);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private int bytes = 1_000_000;
    private final Uplink uplink =
            new Uplink(scheduler, new Entropy(3), request -> new Response(200, Map.of(), new byte[bytes]));

    private LinkFailed.Reason failure(CompletableFuture<Response> answer) {
        assertThat(answer).isCompletedExceptionally();
        return ((LinkFailed) answer.exceptionNow()).reason();
    }

    @Test
    void anExchangeTakesLatencyAndBytesOverRate() {
        uplink.wifi().set(new Bearer.Conditions(true, 1e6, 50 * Nanos.MILLISECOND, 0));
        CompletableFuture<Response> answer = uplink.send(ASKED);
        scheduler.runUntil(1_050 * Nanos.MILLISECOND);
        assertThat(answer).isNotDone();
        scheduler.runUntil(1_200 * Nanos.MILLISECOND);

        assertThat(answer).isCompleted();
    }

    @Test
    void wifiGoesBeforeCellular() {
        assertThat(uplink.bearer().map(Bearer::name)).contains("Wi-Fi");
        uplink.wifi().up(false);
        assertThat(uplink.bearer().map(Bearer::name)).contains("Cellular");
        uplink.cellular().up(false);
        assertThat(uplink.bearer()).isEmpty();
    }

    @Test
    void withoutABearerAnExchangeFailsAtOnce() {
        uplink.wifi().up(false);
        uplink.cellular().up(false);

        assertThat(failure(uplink.send(ASKED))).isEqualTo(LinkFailed.Reason.NO_BEARER);
    }

    @Test
    void aDropCutsAnExchangeInTheMiddle() {
        CompletableFuture<Response> answer = uplink.send(ASKED);
        scheduler.runUntil(50 * Nanos.MILLISECOND);
        uplink.wifi().up(false);

        assertThat(failure(answer)).isEqualTo(LinkFailed.Reason.DROPPED);
    }

    @Test
    void aSlowerRateActsOnTheExchangeUnderWay() {
        CompletableFuture<Response> answer = uplink.send(ASKED);
        scheduler.runUntil(100 * Nanos.MILLISECOND);
        uplink.wifi().rate(100_000);
        scheduler.runUntil(2 * Nanos.SECOND);
        assertThat(answer).isNotDone();
        scheduler.runUntil(20 * Nanos.SECOND);

        assertThat(answer).isCompleted();
    }

    @Test
    void n6AHalfOpenConnectionEndsInATimeout() {
        uplink.wifi().loss(1);
        CompletableFuture<Response> answer = uplink.send(ASKED);
        scheduler.runUntil(Uplink.TIMEOUT);

        assertThat(failure(answer)).isEqualTo(LinkFailed.Reason.TIMEOUT);
    }

    @Test
    void lossCostsTimeButNotTheAnswer() {
        bytes = 10;
        uplink.wifi().loss(0.3);
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(uplink.send(ASKED));
        }
        scheduler.runUntil(Nanos.SECOND / 2);
        assertThat(answers).anyMatch(answer -> !answer.isDone());
        scheduler.runUntil(30 * Nanos.SECOND);

        assertThat(answers.stream().filter(answer -> answer.isDone() && !answer.isCompletedExceptionally()))
                .hasSizeGreaterThan(15);
    }

    @Test
    void stableMeansReliableAndNotFlapping() {
        assertThat(uplink.stable()).isTrue();
        uplink.cellular().up(false);
        uplink.wifi().rate(5_000);
        assertThat(uplink.stable()).isFalse();
        uplink.wifi().rate(5e6);
        assertThat(uplink.stable()).isTrue();
        for (int i = 0; i < 3; i++) {
            uplink.wifi().up(false);
            uplink.wifi().up(true);
        }
        assertThat(uplink.stable()).isFalse();
        scheduler.runUntil(31 * Nanos.SECOND);

        assertThat(uplink.stable()).isTrue();
    }

    @Test
    void aListenerHearsAnswersAndFailures() {
        List<String> heard = new ArrayList<>();
        uplink.listen(new UplinkListener() {
            @Override
            public void answered(String carried, Request request, Response response) {
                heard.add(carried + " " + response.status());
            }

            @Override
            public void failed(String carried, Request request, LinkFailed why) {
                heard.add(carried + " " + why.reason());
            }
        });
        uplink.send(ASKED);
        scheduler.runUntil(Nanos.SECOND);
        uplink.send(ASKED);
        uplink.wifi().up(false);

        assertThat(heard).containsExactly("Wi-Fi 200", "Wi-Fi DROPPED");
    }
}
