package dev.underpin.vehicle.telematics.companion;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.update.Offer;
import dev.underpin.vehicle.telematics.update.Reason;
import dev.underpin.vehicle.telematics.update.UpdateViews;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the app shows of an update: the views of the vehicle, made anew from what the vehicle tells the cloud. */
final class UpdatePage {
    private static final Set<String> QUIET = Set.of("", "idle", "available", "scheduled", "done", "error");

    private final Display screen;
    private @Nullable Offer offer;
    private String phase = "";
    private long shown = -1;

    UpdatePage(Display screen) {
        this.screen = screen;
    }

    /** Takes the cloud's account of the update. */
    void take(JsonNode overview) {
        if (overview.has("offer")) {
            offer = Offer.of(overview.path("offer"));
        }
        JsonNode status = overview.path("status");
        long sequence = status.path("sequence").asLong(0);
        phase = status.path("phase").asString("");
        if (offer != null && status.path("offerId").asString("").equals(offer.offerId()) && sequence != shown) {
            shown = sequence;
            view(offer, status).ifPresent(this::show);
        }
    }

    /** Something is going on that is worth a closer look. */
    boolean lively() {
        return !QUIET.contains(phase);
    }

    void refused(Reason reason) {
        show(UpdateViews.error(reason));
    }

    void show(View view) {
        UpdateViews.IDS.stream().filter(id -> !id.equals(view.id())).forEach(screen::dismiss);
        screen.show(view);
    }

    void close() {
        UpdateViews.IDS.forEach(screen::dismiss);
    }

    private static Optional<View> view(Offer offer, JsonNode status) {
        int percent = status.path("percent").asInt(0);
        return Optional.ofNullable(
                switch (status.path("phase").asString("")) {
                    case "available" -> UpdateViews.available(offer);
                    case "download" ->
                        UpdateViews.download(percent, status.path("bearer").asString(""));
                    case "downloaded" -> UpdateViews.downloaded(offer);
                    case "prepare" -> UpdateViews.prepare();
                    case "confirm" -> UpdateViews.confirm(offer);
                    case "install" -> UpdateViews.install(offer, percent);
                    case "restart" -> UpdateViews.restart();
                    case "rollback" -> UpdateViews.restoring();
                    case "done" -> UpdateViews.done(offer);
                    case "scheduled" ->
                        UpdateViews.scheduled(
                                offer, Instant.parse(status.path("scheduledAt").asString("")));
                    case "error" ->
                        UpdateViews.error(Reason.ofCode(status.path("reason").asString("")));
                    default -> null;
                });
    }
}
