package dev.underpin.judge.update;

import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who decides the clauses of the two update contracts. */
public final class UpdateCheckers {
    private UpdateCheckers() {}

    /** Clause id to checker. */
    public static Map<String, Checker> byClause() {
        Map<String, Checker> checkers = new LinkedHashMap<>();
        checkers.putAll(update());
        checkers.putAll(scheduledUpdate());
        return checkers;
    }

    private static Map.Entry<String, Checker> clause(String id, Function<Facts, Finding> judgement) {
        return Map.entry(id, history -> judgement.apply(new Facts(history)));
    }

    private static Map<String, Checker> update() {
        return Map.ofEntries(
                clause("OTA-G1", UpdateInstallation::overTheAir),
                Map.entry("OTA-P1", new UpdatePreconditions("network")),
                Map.entry("OTA-P2", new UpdatePreconditions("ota-not-supported")),
                Map.entry("OTA-P3", new UpdatePreconditions("account-not-registered", "consent-missing")),
                Map.entry("OTA-P4", new UpdatePreconditions("battery")),
                Map.entry(
                        "OTA-P5",
                        new UpdatePreconditions("not-parked", "navigation-active", "driving-assistance-active")),
                clause("OTA-M1", UpdateStart::notifiedOnInfotainment),
                clause("OTA-M2", UpdateStart.chosen("update.available", "Install Update")),
                clause("OTA-M3", UpdateStart::downloadBegins),
                clause("OTA-M4", UpdateStart::confirmAsked),
                clause("OTA-M5", UpdateInstallation::restartedAndTold),
                clause("OTA-A1", UpdateRecovery::noNetwork),
                clause("OTA-A2", UpdateRecovery::stableConnectionRequired),
                clause("OTA-A3", UpdateRecovery::connected),
                clause("OTA-A4", UpdateRecovery::wentOn),
                clause("OTA-A5", UpdateRecovery::tryLater),
                clause("OTA-Q1", UpdateOutcome::latestVersions),
                clause("OTA-Q2", UpdateOutcome::confirmedOnce),
                clause("OTA-Q3", UpdateOutcome::backToNormal),
                clause("OTA-Q4", UpdateOutcome::upToDate));
    }

    private static Map<String, Checker> scheduledUpdate() {
        return Map.ofEntries(
                clause("OTS-G1", ScheduledUpdate::freedom),
                Map.entry("OTS-P1", new UpdatePreconditions("network")),
                Map.entry("OTS-P2", new UpdatePreconditions("battery")),
                Map.entry("OTS-P3", new UpdatePreconditions("account-not-registered", "consent-missing")),
                clause("OTS-M1U", UpdateStart::notifiedSomewhere),
                clause("OTS-M1S", UpdateStart::details),
                clause("OTS-M2U", UpdateStart.chosen("update.available", "Download Now")),
                clause("OTS-M2S", UpdateStart::downloadShown),
                clause("OTS-M3U", UpdateStart.chosen("update.downloaded", "Install Now", "Schedule")),
                clause("OTS-M3S", UpdateStart::prepared),
                clause("OTS-M4U", UpdateStart.chosen("update.confirm", "Confirm")),
                clause("OTS-M4S", UpdateInstallation::functionsDisabled),
                clause("OTS-M5U", UpdateInstallation::progressShown),
                clause("OTS-M5S", UpdateInstallation::completed),
                clause("OTS-A1U", UpdateRecovery::lowBatteryOrPoorNetwork),
                clause("OTS-A1S", UpdateRecovery::recommended),
                clause("OTS-A2U", UpdateRecovery::improved),
                clause("OTS-A2S", UpdateRecovery::resumed),
                clause("OTS-A3U", UpdateRecovery::installationError),
                clause("OTS-A3S", UpdateRecovery::helpOffered),
                clause("OTS-Q1", UpdateOutcome::latestVersions),
                clause("OTS-Q2", UpdateOutcome::confirmedOnce),
                clause("OTS-Q3", UpdateOutcome::backToNormal));
    }
}
