package dev.underpin.defects;

import java.util.List;
import java.util.stream.Stream;

/** All defects. */
final class Catalogue {
    private Catalogue() {}

    static List<Defect> all() {
        return Stream.of(
                        UpdateDefects.ofTheWayIn(),
                        UpdateDefects.ofTheInstallation(),
                        ScheduledDefects.ofTheWayIn(),
                        ScheduledDefects.ofTheInstallation(),
                        SupportDefects.ofTheWayIn(),
                        SupportDefects.ofTheSession(),
                        SupportDefects.ofTheEnd())
                .flatMap(List::stream)
                .toList();
    }
}
