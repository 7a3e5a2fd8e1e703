package dev.underpin.fault;

import dev.underpin.history.Entry;

/**
 * Something that is made to go wrong, as plain data: what, where, how much. When it begins and how long it lasts stands in a
 * {@link PlannedFault}. One interface for each seam at which physics has a say; one record for each kind. {@link FaultKind} lists them.
 */
public sealed interface Fault
        permits BitFault,
                BusFault,
                TransportFault,
                UdsFault,
                SupplyFault,
                FlashFault,
                EcuFault,
                UplinkFault,
                CloudFault,
                ScreenFault,
                PlantFault,
                PeopleFault {
    /** The name of its kind in plans, scenarios and histories, such as {@code supply-cut}. */
    default String kind() {
        return FaultKind.of(this).id();
    }

    /** What it hits and how, in the words of its parameters, in order; empty where there is only one target. */
    default String target() {
        return FaultKind.of(this).words(this);
    }

    /**
     * The fault that a record of {@code Kind.FAULT} tells of.
     *
     * @throws IllegalArgumentException if no kind has its name, or its target is not of that kind
     */
    static Fault of(Entry told) {
        String name = told.text("fault");
        return FaultKind.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no fault is called '%s'".formatted(name)))
                .fault(told.text("target"));
    }

    /** Which way diagnostic messages go. */
    enum Way {
        /** From the tester to the control unit. */
        REQUESTS,
        /** From the control unit to the tester. */
        RESPONSES
    }
}
