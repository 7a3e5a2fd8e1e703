package dev.underpin.cloud.desk;

import dev.underpin.cloud.desk.Fault.Verdict;
import dev.underpin.cloud.trust.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes the commands that technical support is advised to send, in order. */
final class Proposal {
    private Proposal() {}

    static List<ObjectNode> of(String ecu, String dtc, Fault fault, Verdict verdict, List<Dtc> cascade) {
        List<ObjectNode> steps = new ArrayList<>();
        fault.guidance().forEach(text -> steps.add(guidance(text)));
        if (verdict == Verdict.R) {
            fault.routine().ifPresent(rid -> steps.add(command("routine", ecu).put("rid", rid)));
            if (fault.reset()) {
                steps.add(command("reset", ecu));
            }
        }
        if (verdict == Verdict.R || verdict == Verdict.G) {
            steps.addAll(proof(ecu, dtc, cascade));
        } else {
            steps.add(Json.object().put("kind", "appointment").put("reason", fault.text()));
        }
        return steps;
    }

    private static List<ObjectNode> proof(String ecu, String dtc, List<Dtc> cascade) {
        List<ObjectNode> steps = new ArrayList<>();
        List<String> reporters = cascade.stream().map(Dtc::ecu).distinct().toList();
        reporters.forEach(reporter -> steps.add(command("clear", reporter)));
        String tested = cascade.stream()
                .filter(entry -> entry.code().equals(dtc))
                .map(Dtc::ecu)
                .findFirst()
                .orElse(ecu);
        steps.add(command("retest", tested).put("dtc", dtc));
        reporters.forEach(reporter -> steps.add(command("read", reporter)));
        return steps;
    }

    private static ObjectNode guidance(String text) {
        return Json.object()
                .put("kind", "guidance")
                .put("text", text)
                .put("who", "driver")
                .put("expectedCheck", "the driver presses Done");
    }

    private static ObjectNode command(String kind, String ecu) {
        return Json.object().put("kind", kind).put("ecu", ecu);
    }
}
