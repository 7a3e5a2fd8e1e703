package dev.underpin.defect;

import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.List;
import java.util.stream.Stream;

/** All defects. */
public final class Catalogue {
    private Catalogue() {}

    /** All of them, for a vehicle with these control units. */
    public static List<Defect> all(EcuTable table) {
        return Stream.of(
                        UpdateDefects.ofTheWayIn(),
                        UpdateDefects.ofTheInstallation(),
                        ScheduledDefects.ofTheWayIn(),
                        ScheduledDefects.ofTheInstallation(),
                        SupportDefects.ofTheWayIn(),
                        SupportDefects.ofTheSession(table),
                        SupportDefects.ofTheEnd(),
                        UpdateAgentDefects.ofTheSteps(),
                        UpdateAgentDefects.ofTheCourse(),
                        DiagnosticsAgentDefects.ofTheReadOut(),
                        DiagnosticsAgentDefects.ofTheSession(),
                        ControlUnitDefects.ofTheLocks(),
                        ControlUnitDefects.ofTheSoftware(),
                        AnswerDefects.ofTheWords(),
                        AnswerDefects.ofTheTimes(),
                        TransportDefects.ofTheFrames(),
                        TransportDefects.ofThePatience(),
                        UpdateScreenDefects.ofTheWay(),
                        UpdateScreenDefects.ofTheWords(),
                        SupportScreenDefects.ofTheQuestion(),
                        SupportScreenDefects.ofTheEnd(),
                        UpdateCloudDefects.ofTheImages(),
                        SupportDeskDefects.ofTheSession(),
                        SupportDeskDefects.ofTheEnd())
                .flatMap(List::stream)
                .toList();
    }
}
