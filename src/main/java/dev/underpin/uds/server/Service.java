package dev.underpin.uds.server;

/** One service: its own checks in the order of ISO 14229-1, then, if the conditions allow, its work. */
interface Service {
    /** Whether the sub-function exists in this ECU; asked only of services that have sub-functions checked in general. */
    default boolean hasSubFunction(int subFunction) {
        return true;
    }

    /** The service's own checks up to the conditions; throws {@link dev.underpin.uds.NegativeResponse}. */
    void check(Request request);

    /** Does the work; may throw {@link dev.underpin.uds.NegativeResponse} before it answers. */
    void serve(Request request, Reply reply);
}
