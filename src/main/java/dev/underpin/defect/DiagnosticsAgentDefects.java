package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.VehicleState;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Defects of the diagnostics agent. */
final class DiagnosticsAgentDefects {
    private static final String ENTRY = "remote-diagnostics/preconditions.feature";
    private static final String MAIN = "remote-diagnostics/main.feature";
    private static final String END = "remote-diagnostics/postconditions.feature";
    private static final String RD = "remote-diagnostics/transport-faults.feature";
    private static final String MET = "@RD-M3";
    private static final String CLOGGED = "@RD-G2";
    private static final String WORN = "@RD-M5 and not @RD-G2";
    private static final String MOVING = "@RD-G1 and not @RD-M3";
    private static final String UNRESOLVED = "@RD-Q2";
    private static final int TEXT = 38;
    private static final String VIN = "WUPLX3EV7T1000047";

    private DiagnosticsAgentDefects() {}

    static List<Defect> ofTheReadOut() {
        return List.of(
                Defect.of(
                                "vehicle-not-identified",
                                Area.DIAGNOSTICS,
                                "GW-01",
                                "a session is opened without asking the vehicle who it is")
                        .breaking(ENTRY, MET, "RD-M3|GW-01")
                        .vehicle(() -> identity()),
                Defect.of(
                                "charge-told-wrongly",
                                Area.DIAGNOSTICS,
                                "RD-G2",
                                "support is told another charge than the vehicle has")
                        .breaking(MAIN, CLOGGED, "RD-G2")
                        .vehicle(() -> charge()),
                Defect.of(
                                "version-told-wrongly",
                                Area.DIAGNOSTICS,
                                "GW-06",
                                "support is told another version than the control unit said")
                        .breaking(MAIN, MOVING, "RD-G1")
                        .vehicle(() -> Tester.changing(
                                "THM",
                                pdu -> pdu.startsWith("62F195") ? pdu.substring(0, pdu.length() - 2) + "39" : pdu)),
                Defect.of(
                                "status-told-wrongly",
                                Area.DIAGNOSTICS,
                                "SC-02",
                                "support is told another status of a trouble code than the control unit said")
                        .breaking(MAIN, MOVING, "RD-G1")
                        .vehicle(() -> Tester.changing(
                                "THM",
                                pdu -> pdu.startsWith("5902") && pdu.length() > 12
                                        ? pdu.substring(0, 12) + "08" + pdu.substring(14)
                                        : pdu)),
                Defect.of(
                                "unit-never-asked",
                                Area.DIAGNOSTICS,
                                "GW-09",
                                "a control unit is listed as silent that was never asked")
                        .breaking(MAIN, MOVING, "RD-G1")
                        .vehicle(() -> Tester.dropping("ADAS")),
                Defect.of(
                                "other-identifier-believed",
                                Area.DIAGNOSTICS,
                                "B4",
                                "a value is believed that came under the number of another identifier")
                        .breaking(RD, "@B4", "B4")
                        .vehicle(() -> Tester.hearing(
                                "BRK",
                                () -> (request, pdu) -> List.of(
                                        request.startsWith("22") && pdu.startsWith("62") && pdu.length() > 6
                                                ? filled("62" + request.substring(2) + pdu.substring(6))
                                                : pdu))),
                Defect.of("short-value-believed", Area.DIAGNOSTICS, "B4", "half a value is filled up and believed")
                        .breaking(RD, "@B4", "B4")
                        .vehicle(() -> Tester.hearing(
                                "BRK", () -> (request, pdu) -> List.of(pdu.startsWith("62F195") ? filled(pdu) : pdu))),
                Defect.of(
                                "second-answer-not-noticed",
                                Area.DIAGNOSTICS,
                                "B5",
                                "two answers to one request are not noticed")
                        .breaking(RD, "@B5", "B5")
                        .vehicle(() -> Tester.hearing("ADAS", DiagnosticsAgentDefects::firstAnswers)),
                Defect.of(
                                "identity-remembered",
                                Area.DIAGNOSTICS,
                                "B10",
                                "who a control unit is is not asked again after its reset")
                        .breaking(RD, "@B10", "B10")
                        .vehicle(() -> Tester.makingUp(
                                "BRK",
                                () -> request -> request.equals("22F195")
                                        ? Optional.of("62F195" + "32".repeat(16))
                                        : request.equals("22F191")
                                                ? Optional.of("62F191" + "32".repeat(16))
                                                : Optional.empty())),
                Defect.of(
                                "codes-cut-silently",
                                Area.DIAGNOSTICS,
                                "B8",
                                "of many trouble codes only some are told, without saying so")
                        .breaking(RD, "@B8", "B8|RD-G1")
                        .vehicle(() -> Tester.changing(
                                "BRK",
                                pdu -> pdu.startsWith("5902") && pdu.length() > 50 ? pdu.substring(0, 46) : pdu)),
                Defect.of(
                                "refusal-told-as-silence",
                                Area.DIAGNOSTICS,
                                "B3",
                                "a control unit that refuses is told as one that is silent")
                        .breaking(RD, "@B3", "B3")
                        .vehicle(() -> Tester.hearing(
                                "BRK", () -> (request, pdu) -> pdu.startsWith("7F") ? List.of() : List.of(pdu))));
    }

    static List<Defect> ofTheSession() {
        return List.of(
                Defect.of("read-out-lost", Area.DIAGNOSTICS, "RD-M4", "the read-out never reaches support")
                        .breaking(MAIN, MOVING, "RD-G1|RD-M4")
                        .vehicle(() -> Radio.losing(".*/snapshot")),
                Defect.of("results-lost", Area.DIAGNOSTICS, "CS-04", "what came of a step never reaches support")
                        .breaking(MAIN, CLOGGED, "RD-G3")
                        .vehicle(() -> Radio.losing(".*/results")),
                Defect.of(
                                "end-not-told",
                                Area.DIAGNOSTICS,
                                "HMI-07",
                                "support is not told that the driver has ended the session")
                        .breaking(END, UNRESOLVED, "RD-Q2")
                        .vehicle(() -> Radio.losing(".*/end")),
                Defect.of(
                                "guidance-not-fetched",
                                Area.DIAGNOSTICS,
                                "RD-M4",
                                "the vehicle never asks for what support wrote")
                        .breaking(MAIN, WORN, "RD-M4")
                        .vehicle(() -> Radio.answering("GET", ".*/commands.*", body -> "{\"commands\":[]}")),
                Defect.of("lamps-not-told", Area.DIAGNOSTICS, "O1", "lamps of the vehicle are not told to support")
                        .breaking(MAIN, CLOGGED, "RD-G1")
                        .vehicle(() -> lamps()));
    }

    /** The vehicle identification number as any control unit would tell it. */
    private static Fitting identity() {
        return Tester.grantingAll(
                "22F190", "62F190" + HexFormat.of().formatHex(VIN.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A text of 16 bytes, with spaces at its end if need be. */
    private static String filled(String pdu) {
        return pdu + "20".repeat(Math.max(0, (TEXT - pdu.length()) / 2));
    }

    private static Fitting charge() {
        return believing(truth -> new Belief(truth) {
            @Override
            public double stateOfCharge() {
                return 50;
            }
        });
    }

    private static Fitting lamps() {
        return believing(truth -> new Belief(truth) {
            @Override
            public List<String> lamps() {
                return List.of();
            }
        });
    }

    private static Fitting believing(UnaryOperator<VehicleState> belief) {
        return new Fitting() {
            @Override
            public VehicleState state(VehicleState state) {
                return belief.apply(state);
            }
        };
    }

    /** Of answers to the same request only the first is heard. */
    private static BiFunction<String, String, List<String>> firstAnswers() {
        Set<String> heard = new HashSet<>();
        return (request, pdu) -> heard.add(request) ? List.of(pdu) : List.of();
    }
}
