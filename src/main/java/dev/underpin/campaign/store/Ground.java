package dev.underpin.campaign.store;

/**
 * What runs of a campaign are played on.
 *
 * @param rig the rig file, from the project's folder or absolute
 * @param seed of the rig
 * @param defect the known defect that is switched on in vehicle or cloud; empty when both are sound
 */
public record Ground(String rig, long seed, String defect) {
    /** The name of a campaign played here: one with a defect is another campaign. */
    public String nameOf(String campaign) {
        return defect.isEmpty() ? campaign : campaign + " with " + defect;
    }
}
