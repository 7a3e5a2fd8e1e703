package dev.underpin.vehicle.ecu.boot;

import dev.underpin.vehicle.ecu.flash.ImageHeader;
import dev.underpin.vehicle.ecu.flash.Inspection;

/** Which images a boot loader believes. Stateless; the scheduler's thread. */
public interface BootRule {
    /**
     * Whether an image may start.
     *
     * @param marked whether the slot was marked as checked after it was written
     */
    boolean starts(boolean marked, Inspection inspection);

    /**
     * What the check of a written image finds (31 01 0202).
     *
     * @param floor the highest release counter ever confirmed
     */
    ImageVerdict judge(Inspection inspection, long floor);

    /** Starts what was checked, is whole, genuine and made for this control unit; accepts no release below the floor. */
    static BootRule standard(String ecu, String hardware) {
        return new BootRule() {
            @Override
            public boolean starts(boolean marked, Inspection inspection) {
                return marked && inspection.runsOn(ecu, hardware);
            }

            @Override
            public ImageVerdict judge(Inspection inspection, long floor) {
                if (!inspection.genuine() || inspection.header().isEmpty()) {
                    return ImageVerdict.NOT_GENUINE;
                }
                ImageHeader header = inspection.header().get();
                if (!header.ecu().equals(ecu)) {
                    return ImageVerdict.OTHER_ECU;
                }
                if (!header.hardware().equals(hardware)) {
                    return ImageVerdict.OTHER_HARDWARE;
                }
                return header.releaseCounter() < floor ? ImageVerdict.OLDER_RELEASE : ImageVerdict.ACCEPTED;
            }
        };
    }
}
