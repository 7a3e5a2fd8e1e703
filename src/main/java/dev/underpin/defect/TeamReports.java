package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.desk.Report;
import dev.underpin.cloud.desk.ReportDelivery;
import dev.underpin.cloud.registry.Vehicle;
import java.util.List;
import java.util.function.Function;

/**
 * A delivery that brings other reports than were written, none, or more.
 *
 * @param user what the user gets of a report
 * @param team what the team gets of it
 */
record TeamReports(ReportDelivery real, Function<Report, List<Report>> user, Function<Report, List<Report>> team)
        implements ReportDelivery {
    private static final String OTHER = "0".repeat(64);

    /** A cloud that forgets the team. */
    static Seams none() {
        return Seams.standard().withReports(real -> new TeamReports(real, List::of, report -> List.of()));
    }

    /** A cloud that forgets the user. */
    static Seams noneForTheUser() {
        return Seams.standard().withReports(real -> new TeamReports(real, report -> List.of(), List::of));
    }

    /** A cloud that brings the team another text than the user. */
    static Seams differing() {
        return Seams.standard()
                .withReports(real -> new TeamReports(real, List::of, report -> List.of(like(report, report.id()))));
    }

    /** A cloud that brings the team a second report. */
    static Seams twice() {
        return Seams.standard()
                .withReports(real -> new TeamReports(real, List::of, report -> List.of(report, like(report, "R-2"))));
    }

    private static Report like(Report report, String id) {
        return new Report(
                id,
                report.sessionId(),
                report.vin(),
                report.outcome(),
                OTHER,
                report.body().deepCopy().put("reportId", id).put("sha256", OTHER));
    }

    @Override
    public void toUser(Vehicle vehicle, Report report) {
        user.apply(report).forEach(each -> real.toUser(vehicle, each));
    }

    @Override
    public void toTeam(Report report) {
        team.apply(report).forEach(real::toTeam);
    }
}
