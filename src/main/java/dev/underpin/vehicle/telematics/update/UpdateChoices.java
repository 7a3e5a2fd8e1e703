package dev.underpin.vehicle.telematics.update;

import java.util.Set;

/** Which choices the user has in which phase; another one is without effect, so a second press or a late command does nothing. */
final class UpdateChoices {
    private UpdateChoices() {}

    static boolean offered(Phase phase, String command) {
        return in(phase).contains(command);
    }

    private static Set<String> in(Phase phase) {
        return switch (phase) {
            case IDLE, PREPARE, INSTALL, RESTART, ROLLBACK -> Set.of();
            case AVAILABLE ->
                Set.of(UpdateViews.INSTALL_UPDATE, UpdateViews.DOWNLOAD_NOW, UpdateViews.SCHEDULE, UpdateViews.LATER);
            case DOWNLOAD -> Set.of(UpdateViews.CANCEL);
            case DOWNLOADED -> Set.of(UpdateViews.INSTALL_NOW, UpdateViews.SCHEDULE, UpdateViews.LATER);
            case CONFIRM -> Set.of(UpdateViews.CONFIRM, UpdateViews.LATER);
            case SCHEDULED ->
                Set.of(
                        UpdateViews.CANCEL,
                        UpdateViews.CONFIRM,
                        UpdateViews.RETRY,
                        UpdateViews.SCHEDULE,
                        UpdateViews.LATER);
            case DONE -> Set.of(UpdateViews.OK);
            case ERROR ->
                Set.of(
                        UpdateViews.RETRY,
                        UpdateViews.SCHEDULE,
                        UpdateViews.LATER,
                        UpdateViews.CONTACT_SUPPORT,
                        UpdateViews.TROUBLESHOOTING);
        };
    }
}
