package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.desk.Report;
import dev.underpin.cloud.desk.ReportDelivery;
import dev.underpin.cloud.registry.Vehicle;
import java.util.Optional;
import java.util.function.Function;

/** A delivery that brings the team another report than the user, or none. */
record TeamReports(ReportDelivery real, Function<Report, Optional<Report>> change) implements ReportDelivery {
    private static final String OTHER = "0".repeat(64);

    /** A cloud that forgets the team. */
    static Seams none() {
        return Seams.standard().withReports(real -> new TeamReports(real, report -> Optional.empty()));
    }

    /** A cloud that brings the team another text than the user. */
    static Seams differing() {
        return Seams.standard().withReports(real -> new TeamReports(real, report -> Optional.of(other(report))));
    }

    private static Report other(Report report) {
        return new Report(report.id(), report.sessionId(), report.vin(), report.outcome(), OTHER, report.body());
    }

    @Override
    public void toUser(Vehicle vehicle, Report report) {
        real.toUser(vehicle, report);
    }

    @Override
    public void toTeam(Report report) {
        change.apply(report).ifPresent(real::toTeam);
    }
}
