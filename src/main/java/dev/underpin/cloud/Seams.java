package dev.underpin.cloud;

import dev.underpin.cloud.desk.ClosingRule;
import dev.underpin.cloud.desk.ReportDelivery;
import dev.underpin.cloud.desk.TriageBook;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.update.OfferRule;
import dev.underpin.cloud.update.Publisher;
import dev.underpin.cloud.update.SyncRule;
import java.util.function.UnaryOperator;

/**
 * The places where a rule or a delivery of the cloud can be decorated or replaced; each operator receives the standard one.
 *
 * @param publisher makes and takes back offers
 * @param offerRule who may be offered an update
 * @param syncRule what a signed report proves
 * @param triage root cause and proposal
 * @param closingRule what evidence {@code resolved} needs
 * @param reports delivery of diagnostics reports
 * @param routes each path and method of the cloud
 */
public record Seams(
        UnaryOperator<Publisher> publisher,
        UnaryOperator<OfferRule> offerRule,
        UnaryOperator<SyncRule> syncRule,
        UnaryOperator<TriageBook> triage,
        UnaryOperator<ClosingRule> closingRule,
        UnaryOperator<ReportDelivery> reports,
        UnaryOperator<Route> routes) {
    /** Nothing replaced. */
    public static Seams standard() {
        return new Seams(
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    public Seams withPublisher(UnaryOperator<Publisher> other) {
        return new Seams(other, offerRule, syncRule, triage, closingRule, reports, routes);
    }

    public Seams withOfferRule(UnaryOperator<OfferRule> other) {
        return new Seams(publisher, other, syncRule, triage, closingRule, reports, routes);
    }

    public Seams withSyncRule(UnaryOperator<SyncRule> other) {
        return new Seams(publisher, offerRule, other, triage, closingRule, reports, routes);
    }

    public Seams withTriage(UnaryOperator<TriageBook> other) {
        return new Seams(publisher, offerRule, syncRule, other, closingRule, reports, routes);
    }

    public Seams withClosingRule(UnaryOperator<ClosingRule> other) {
        return new Seams(publisher, offerRule, syncRule, triage, other, reports, routes);
    }

    public Seams withReports(UnaryOperator<ReportDelivery> other) {
        return new Seams(publisher, offerRule, syncRule, triage, closingRule, other, routes);
    }

    public Seams withRoutes(UnaryOperator<Route> other) {
        return new Seams(publisher, offerRule, syncRule, triage, closingRule, reports, other);
    }
}
