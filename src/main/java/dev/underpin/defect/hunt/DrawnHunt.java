package dev.underpin.defect.hunt;

import dev.underpin.defect.Defect;

/**
 * A hunt by campaign: one list of runs for all defects, and one in which failures coincide more often for those that show only then.
 *
 * @param usual for defects that a scenario finds too
 * @param coinciding for hidden ones
 */
public record DrawnHunt(CampaignHunt usual, CampaignHunt coinciding) implements Hunt {
    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public Trail hunt(Defect defect) {
        return (defect.hidden() ? coinciding : usual).hunt(defect);
    }
}
