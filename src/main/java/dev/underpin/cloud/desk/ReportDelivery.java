package dev.underpin.cloud.desk;

import dev.underpin.cloud.registry.Vehicle;

/** Brings a report to its two readers. */
public interface ReportDelivery {
    /** To the user: a message to the vehicle, the whole report to the app. */
    void toUser(Vehicle vehicle, Report report);

    /** To the technical support. */
    void toTeam(Report report);
}
