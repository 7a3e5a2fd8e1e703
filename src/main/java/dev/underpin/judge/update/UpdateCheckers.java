package dev.underpin.judge.update;

import dev.underpin.history.Kind;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Due;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.time.Nanos;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who decides the clauses of the two update contracts. */
public final class UpdateCheckers {
    private static final long ANSWER = 20 * Nanos.SECOND;
    private static final long NOTICE = 60 * Nanos.SECOND;
    private static final long RESTORED = 60 * Nanos.SECOND;
    private static final long BEGIN = 2 * Nanos.MINUTE;
    private static final long PREPARED = 150 * Nanos.SECOND;
    private static final long RESUMED = 10 * Nanos.MINUTE;
    private static final long LONGEST = 30 * Nanos.MINUTE;
    private static final Sign STARTED = Screens.pressed("Install Update").or(Screens.pressed("Download Now"));
    private static final Sign CONFIRMED = Screens.pressed("Confirm");
    private static final Sign RELEASED =
            Sign.of("a release of the manufacturer", Kind.ACTION, entry -> entry.is("action", "release"));

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

    private static Map.Entry<String, Checker> due(
            String id, Function<Facts, Finding> judgement, Sign since, long within) {
        return Map.entry(id, new Due(history -> judgement.apply(new Facts(history)), since, within));
    }

    /** In time after the vehicle has the offer, and in time after the release. */
    private static Map.Entry<String, Checker> notified(String id, Function<Facts, Finding> judgement) {
        Checker noticed = due(id, judgement, Release.offered(), NOTICE).getValue();
        return Map.entry(id, new Due(noticed, RELEASED, PREPARED));
    }

    private static Map.Entry<String, Checker> answered(String id, Checker checker) {
        return Map.entry(id, new Due(checker, STARTED, ANSWER));
    }

    private static Map<String, Checker> update() {
        return Map.ofEntries(
                due("OTA-G1", UpdateInstallation::overTheAir, CONFIRMED, LONGEST),
                answered("OTA-P1", new UpdatePreconditions("network")),
                Map.entry("OTA-P2", new Due(new UpdatePreconditions("ota-not-supported"), RELEASED, PREPARED)),
                Map.entry(
                        "OTA-P3",
                        new Due(
                                new UpdatePreconditions("account-not-registered", "consent-missing"),
                                RELEASED,
                                PREPARED)),
                answered("OTA-P4", new UpdatePreconditions("battery")),
                answered(
                        "OTA-P5",
                        new UpdatePreconditions("not-parked", "navigation-active", "driving-assistance-active")),
                notified("OTA-M1", UpdateStart::notifiedOnInfotainment),
                clause("OTA-M2", UpdateStart.chosen("update.available", "Install Update")),
                due("OTA-M3", UpdateStart::downloadBegins, STARTED, BEGIN),
                due("OTA-M4", UpdateStart::confirmAsked, Http.image(), PREPARED),
                due("OTA-M5", UpdateInstallation::restartedAndTold, CONFIRMED, LONGEST),
                clause("OTA-A1", UpdateRecovery::noNetwork),
                due("OTA-A2", UpdateRecovery::stableConnectionRequired, STARTED, ANSWER),
                clause("OTA-A3", UpdateRecovery::connected),
                due("OTA-A4", UpdateRecovery::wentOn, Screens.pressed("Retry"), PREPARED),
                due("OTA-A5", UpdateRecovery::tryLater, Screens.pressed("Retry"), ANSWER),
                due("OTA-Q1", UpdateOutcome::latestVersions, CONFIRMED, LONGEST),
                due("OTA-Q2", UpdateOutcome::confirmedOnce, CONFIRMED, LONGEST),
                due("OTA-Q3", UpdateOutcome::backToNormal, Screens.view("update.done"), RESTORED),
                due("OTA-Q4", UpdateOutcome::upToDate, CONFIRMED, LONGEST));
    }

    private static Map<String, Checker> scheduledUpdate() {
        return Map.ofEntries(
                clause("OTS-G1", ScheduledUpdate::freedom),
                answered("OTS-P1", new UpdatePreconditions("network")),
                answered("OTS-P2", new UpdatePreconditions("battery")),
                Map.entry(
                        "OTS-P3",
                        new Due(
                                new UpdatePreconditions("account-not-registered", "consent-missing"),
                                RELEASED,
                                PREPARED)),
                notified("OTS-M1U", UpdateStart::notifiedSomewhere),
                clause("OTS-M1S", UpdateStart::details),
                clause("OTS-M2U", UpdateStart.chosen("update.available", "Download Now")),
                due("OTS-M2S", UpdateStart::downloadShown, STARTED, BEGIN),
                clause("OTS-M3U", UpdateStart.chosen("update.downloaded", "Install Now", "Schedule")),
                due("OTS-M3S", UpdateStart::prepared, Screens.pressed("Install Now"), PREPARED),
                clause("OTS-M4U", UpdateStart.chosen("update.confirm", "Confirm")),
                due("OTS-M4S", UpdateInstallation::functionsDisabled, CONFIRMED, PREPARED),
                due("OTS-M5U", UpdateInstallation::progressShown, CONFIRMED, LONGEST),
                due("OTS-M5S", UpdateInstallation::completed, CONFIRMED, LONGEST),
                clause("OTS-A1U", UpdateRecovery::lowBatteryOrPoorNetwork),
                due("OTS-A1S", UpdateRecovery::recommended, STARTED, ANSWER),
                clause("OTS-A2U", UpdateRecovery::improved),
                due("OTS-A2S", UpdateRecovery::resumed, Screens.pressed("Retry"), RESUMED),
                due("OTS-A3U", UpdateRecovery::installationError, CONFIRMED, LONGEST),
                due("OTS-A3S", UpdateRecovery::helpOffered, CONFIRMED, LONGEST),
                due("OTS-Q1", UpdateOutcome::latestVersions, CONFIRMED, LONGEST),
                due("OTS-Q2", UpdateOutcome::confirmedOnce, CONFIRMED, LONGEST),
                due("OTS-Q3", UpdateOutcome::backToNormal, Screens.view("update.done"), RESTORED));
    }
}
