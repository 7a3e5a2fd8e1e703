package dev.underpin.vehicle.telematics.companion;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.screen.HomeView;
import dev.underpin.vehicle.screen.Presses;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.CloudTrouble;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.diagnostics.SupportViews;
import dev.underpin.vehicle.telematics.update.Reason;
import dev.underpin.vehicle.telematics.update.UpdateViews;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * The companion app: asks the cloud every half minute how the vehicle does, every two seconds while something goes on or right after
 * a touch, every ten minutes in the background, where the phone puts it a quarter of an hour after the last touch, and takes the user's
 * choices to the cloud.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class CompanionApp {
    private static final long USUAL = 30 * Nanos.SECOND;
    private static final long LIVELY = 2 * Nanos.SECOND;
    private static final long ATTENTION = 2 * Nanos.MINUTE;
    private static final long FOREGROUND = 15 * Nanos.MINUTE;
    private static final long IN_BACKGROUND = 10 * Nanos.MINUTE;

    private final Life life;
    private final AppApi api;
    private final TouchScreen screen;
    private final UpdatePage updates;
    private final String supportPhone;
    private final Alarm poll;
    private long touched;
    private long attentionUntil;
    private long inboxSeen;
    private boolean asking;

    /**
     * @param phone the phone's own radio link, on the app leg of the cloud
     * @param screen the phone's screen; the app lights it
     */
    public CompanionApp(Scheduler scheduler, Uplink phone, String vin, TouchScreen screen, String supportPhone) {
        this.life = new Life(scheduler);
        this.api = new AppApi(phone, vin);
        this.screen = screen;
        this.updates = new UpdatePage(screen);
        this.supportPhone = supportPhone;
        this.poll = life.alarm(this::poll);
        Presses.route(screen, "", this::pressed);
    }

    /** Opens the app. */
    public void start() {
        touched = life.now();
        screen.light(true);
        screen.show(HomeView.app());
        screen.show(SupportViews.contact(supportPhone).withButtons(HomeView.CONTACT_SUPPORT));
        poll();
    }

    private void poll() {
        poll.in(period());
        if (!asking) {
            asking = true;
            life.when(api.update(), this::readUpdate, unreachable -> readInbox());
        }
    }

    private long period() {
        if (updates.lively() || life.now() < attentionUntil) {
            return LIVELY;
        }
        return life.now() < touched + FOREGROUND ? USUAL : IN_BACKGROUND;
    }

    private void readUpdate(JsonNode overview) {
        updates.take(overview);
        readInbox();
    }

    private void readInbox() {
        life.when(api.inbox(inboxSeen), this::read, unreachable -> asking = false);
    }

    private void read(JsonNode inbox) {
        asking = false;
        for (JsonNode message : inbox.path("messages")) {
            inboxSeen = Math.max(inboxSeen, message.path("seq").asLong(0));
            switch (message.path("type").asString("")) {
                case "report" -> {
                    screen.show(SupportViews.report(message.path("report")));
                    screen.show(SupportViews.result(message.path("report")));
                    screen.dismiss("app.support");
                }
                case "appointment" -> screen.show(SupportViews.appointment(message));
                default -> {}
            }
        }
    }

    private void pressed(String view, String button) {
        touched = life.now();
        attentionUntil = touched + ATTENTION;
        poll.in(LIVELY);
        switch (button) {
            case HomeView.CONTACT_SUPPORT -> contactSupport();
            case HomeView.UPDATES -> lookForUpdates();
            case UpdateViews.TROUBLESHOOTING -> updates.show(UpdateViews.troubleshooting());
            case UpdateViews.OK -> closed(view);
            default -> choose(view, button);
        }
    }

    private void closed(String view) {
        screen.dismiss(view);
        if (view.startsWith("update.")) {
            choose(view, UpdateViews.OK);
        }
    }

    private void choose(String view, String button) {
        if (view.startsWith("update.")) {
            quietly(api.command(button));
            if (button.equals(UpdateViews.LATER)) {
                updates.close();
            }
        }
    }

    private void contactSupport() {
        screen.show(View.of("app.support", "Technical support was asked for", "It will connect to your vehicle"));
        life.when(api.askForSupport(), asked -> {}, failure -> {
            screen.dismiss("app.support");
            screen.show(View.of("diag.refused", "Technical support is not available now", "Call " + supportPhone)
                    .withButtons(UpdateViews.OK)
                    .because(code(failure)));
        });
    }

    private void lookForUpdates() {
        life.when(
                api.update(),
                overview -> {
                    updates.take(overview);
                    if (!overview.has("offer")) {
                        screen.show(
                                View.of("app.updates", "There is no new update").withButtons(UpdateViews.OK));
                    }
                },
                failure -> updates.refused(Reason.ofCode(code(failure))));
    }

    private void quietly(CompletableFuture<?> posted) {
        life.either(posted, () -> {});
    }

    private static String code(Throwable failure) {
        return CloudTrouble.in(failure) instanceof CloudTrouble.Refused refused ? refused.errorCode() : "no-connection";
    }
}
