package dev.underpin.defect;

import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.List;
import java.util.Optional;
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
                        FaultRowDefects.ofTheVehicle(),
                        FaultRowDefects.ofTheImages(),
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
                        SupportDeskDefects.ofTheEnd(),
                        HiddenDefects.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The defect of that name. */
    public static Optional<Defect> named(String id, EcuTable table) {
        return all(table).stream().filter(defect -> defect.id().equals(id)).findFirst();
    }
}
