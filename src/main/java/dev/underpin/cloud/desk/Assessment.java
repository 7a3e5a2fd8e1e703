package dev.underpin.cloud.desk;

import dev.underpin.cloud.trust.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the desk makes of a read-out: one root cause, what follows from it, and what to do.
 *
 * @param rootEcu the ECU at fault, empty when nothing is wrong
 * @param rootDtc the code that names the fault, empty when only silence does
 * @param text the fault in words
 * @param verdict what technical support can do
 * @param lamps lamps that the root cause and its cascade light
 * @param cascade active codes that are explained by the root cause, as well as its own
 * @param others active codes that are not
 * @param proposal commands to send, in order
 */
public record Assessment(
        String rootEcu,
        String rootDtc,
        String text,
        Fault.Verdict verdict,
        Set<String> lamps,
        List<Dtc> cascade,
        List<Dtc> others,
        List<ObjectNode> proposal) {
    /** Whether the read-out shows any fault. */
    public boolean faulty() {
        return !rootEcu.isEmpty();
    }

    /** Whether {@code ecu} has to do with the fault: it is the root, or reports what follows from it. */
    boolean concerns(String ecu) {
        return ecu.equals(rootEcu) || cascade.stream().anyMatch(dtc -> dtc.ecu().equals(ecu));
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("root", Json.object().put("ecu", rootEcu).put("dtc", rootDtc).put("text", text));
        json.put("verdict", verdict.name());
        json.set("cascade", dtcs(cascade));
        json.set("others", dtcs(others));
        ArrayNode steps = Json.array();
        proposal.forEach(steps::add);
        json.set("proposal", steps);
        return json;
    }

    private static ArrayNode dtcs(List<Dtc> dtcs) {
        ArrayNode array = Json.array();
        dtcs.forEach(dtc -> array.add(
                Json.object().put("ecu", dtc.ecu()).put("dtc", dtc.code()).put("status", dtc.status())));
        return array;
    }
}
