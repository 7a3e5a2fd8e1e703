package dev.underpin.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who decides the clauses of the two update contracts. */
final class UpdateCheckers {
    private UpdateCheckers() {}

    static Map<String, Checker> byClause() {
        Map<String, Checker> checkers = new LinkedHashMap<>();
        checkers.putAll(update());
        checkers.putAll(scheduledUpdate());
        return checkers;
    }

    private static Map<String, Checker> update() {
        return Map.ofEntries(
                Map.entry("OTA-G1", UpdateInstallation::overTheAir),
                Map.entry("OTA-P1", new UpdatePreconditions("network")),
                Map.entry("OTA-P2", new UpdatePreconditions("ota-not-supported")),
                Map.entry("OTA-P3", new UpdatePreconditions("account-not-registered", "consent-missing")),
                Map.entry("OTA-P4", new UpdatePreconditions("battery")),
                Map.entry(
                        "OTA-P5",
                        new UpdatePreconditions("not-parked", "navigation-active", "driving-assistance-active")),
                Map.entry("OTA-M1", UpdateStart::notifiedOnInfotainment),
                Map.entry("OTA-M2", UpdateStart.chosen("update.available", "Install Update")),
                Map.entry("OTA-M3", UpdateStart::downloadBegins),
                Map.entry("OTA-M4", UpdateStart::confirmAsked),
                Map.entry("OTA-M5", UpdateInstallation::restartedAndTold),
                Map.entry("OTA-A1", UpdateRecovery::noNetwork),
                Map.entry("OTA-A2", UpdateRecovery::stableConnectionRequired),
                Map.entry("OTA-A3", UpdateRecovery::connected),
                Map.entry("OTA-A4", UpdateRecovery::wentOn),
                Map.entry("OTA-A5", UpdateRecovery::tryLater),
                Map.entry("OTA-Q1", UpdateOutcome::latestVersions),
                Map.entry("OTA-Q2", UpdateOutcome::confirmedOnce),
                Map.entry("OTA-Q3", UpdateOutcome::backToNormal),
                Map.entry("OTA-Q4", UpdateOutcome::upToDate));
    }

    private static Map<String, Checker> scheduledUpdate() {
        return Map.ofEntries(
                Map.entry("OTS-G1", ScheduledUpdate::freedom),
                Map.entry("OTS-P1", new UpdatePreconditions("network")),
                Map.entry("OTS-P2", new UpdatePreconditions("battery")),
                Map.entry("OTS-P3", new UpdatePreconditions("account-not-registered", "consent-missing")),
                Map.entry("OTS-M1U", UpdateStart::notifiedSomewhere),
                Map.entry("OTS-M1S", UpdateStart::details),
                Map.entry("OTS-M2U", UpdateStart.chosen("update.available", "Download Now")),
                Map.entry("OTS-M2S", UpdateStart::downloadShown),
                Map.entry("OTS-M3U", UpdateStart.chosen("update.downloaded", "Install Now", "Schedule")),
                Map.entry("OTS-M3S", UpdateStart::prepared),
                Map.entry("OTS-M4U", UpdateStart.chosen("update.confirm", "Confirm")),
                Map.entry("OTS-M4S", UpdateInstallation::functionsDisabled),
                Map.entry("OTS-M5U", UpdateInstallation::progressShown),
                Map.entry("OTS-M5S", UpdateInstallation::completed),
                Map.entry("OTS-A1U", UpdateRecovery::lowBatteryOrPoorNetwork),
                Map.entry("OTS-A1S", UpdateRecovery::recommended),
                Map.entry("OTS-A2U", UpdateRecovery::improved),
                Map.entry("OTS-A2S", UpdateRecovery::resumed),
                Map.entry("OTS-A3U", UpdateRecovery::installationError),
                Map.entry("OTS-A3S", UpdateRecovery::helpOffered),
                Map.entry("OTS-Q1", UpdateOutcome::latestVersions),
                Map.entry("OTS-Q2", UpdateOutcome::confirmedOnce),
                Map.entry("OTS-Q3", UpdateOutcome::backToNormal));
    }
}
