package dev.underpin.vehicle.telematics;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.CloudTrouble.LinkFailed;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One exchange on the air: the request's bytes go up, the cloud answers, the answer's bytes come down. */
final class Transfer {
    private static final int HEADERS = 400;

    private final Uplink uplink;
    private final Bearer bearer;
    private final Request request;
    private final CompletableFuture<Response> answer;
    private final Alarm arrival;
    private final Alarm timeout;
    private double bytesLeft;
    private long since;
    private double rate;
    private @Nullable Arrival response;

    Transfer(Uplink uplink, Bearer bearer, Request request, CompletableFuture<Response> answer) {
        this.uplink = uplink;
        this.bearer = bearer;
        this.request = request;
        this.answer = answer;
        this.arrival = uplink.scheduler().alarm(this::arrived);
        this.timeout = uplink.scheduler().alarm(this::timedOut);
    }

    Bearer bearer() {
        return bearer;
    }

    Request request() {
        return request;
    }

    CompletableFuture<Response> answer() {
        return answer;
    }

    void start() {
        timeout.in(Uplink.TIMEOUT);
        carry(HEADERS + request.body().length);
    }

    void conditionsChanged() {
        if (!bearer.conditions().up()) {
            end(LinkFailed.Reason.DROPPED, bearer.name() + " was lost in the middle of the exchange");
        } else if (bearer.conditions().goodput() != rate) {
            long moving = uplink.scheduler().now() - since;
            bytesLeft = Math.max(0, bytesLeft - Nanos.toSeconds(Math.max(0, moving)) * rate);
            move(Math.max(0, -moving));
        }
    }

    private void carry(int bytes) {
        bytesLeft = bytes;
        Optional<Long> lost = uplink.lossDelay(bearer.conditions().loss());
        if (lost.isPresent()) {
            move(bearer.conditions().latency() + lost.get());
        }
    }

    private void move(long delay) {
        rate = bearer.conditions().goodput();
        since = uplink.scheduler().now() + delay;
        if (rate > 0) {
            arrival.in(delay + (long) Math.min(Uplink.TIMEOUT, bytesLeft / rate * Nanos.SECOND));
        } else {
            arrival.cancel();
        }
    }

    private void arrived() {
        Arrival received = response;
        if (received == null) {
            askCloud();
        } else if (received.missing() > 0) {
            end(LinkFailed.Reason.DROPPED, "the answer ended %d bytes early".formatted(received.missing()));
        } else {
            stop();
            uplink.answered(this, received.response());
        }
    }

    private void askCloud() {
        try {
            Arrival answered = Arrival.of(uplink.cloud().exchange(request), request.cap());
            response = answered;
            carry(HEADERS + answered.response().body().length);
        } catch (ExchangeFailed failed) {
            end(LinkFailed.Reason.UNREACHABLE, String.valueOf(failed.getMessage()));
        }
    }

    private void timedOut() {
        end(LinkFailed.Reason.TIMEOUT, "no answer within %.0f s".formatted(Nanos.toSeconds(Uplink.TIMEOUT)));
    }

    private void end(LinkFailed.Reason reason, String words) {
        stop();
        uplink.failed(this, new LinkFailed(reason, words));
    }

    private void stop() {
        arrival.cancel();
        timeout.cancel();
    }
}
