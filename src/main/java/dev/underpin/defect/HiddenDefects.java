package dev.underpin.defect;

import java.util.List;

/** Defects that only show when failures coincide: no scenario is written for them, a campaign has to find them by chance. */
final class HiddenDefects {
    private HiddenDefects() {}

    static List<Defect> all() {
        return List.of(Defect.of(
                        "two-failures-overstated",
                        Area.SCREEN,
                        "V10",
                        "after a failed exchange and a supply lost while the battery's software is written, progress is overstated")
                .breaking("", "", "V10")
                .vehicle(TwoFailures::new));
    }
}
