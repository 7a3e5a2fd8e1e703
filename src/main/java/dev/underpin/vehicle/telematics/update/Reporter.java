package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Calendar;
import dev.underpin.vehicle.telematics.Bearer;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Postman;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the cloud where the update stands (events) and what the vehicle runs (signed manifest); offline they wait. */
final class Reporter {
    private static final long KIBIBYTE = 1024;

    private final CloudClient cloud;
    private final Postman postman;
    private final Calendar calendar;
    private final Journal journal;

    Reporter(CloudClient cloud, Postman postman, Calendar calendar, Journal journal) {
        this.cloud = cloud;
        this.postman = postman;
        this.calendar = calendar;
        this.journal = journal;
    }

    /** An event: {@code phase}, how far it is, and why if it failed. */
    void event(String phase, int percent, String reason) {
        Offer offer = journal.offer().orElseThrow();
        ObjectNode event = Json.object()
                .put("offerId", offer.offerId())
                .put("correlationId", correlation(offer))
                .put("sequence", journal.nextSequence())
                .put("phase", phase)
                .put("percent", percent)
                .put("reason", reason)
                .put("bearer", cloud.uplink().bearer().map(Bearer::name).orElse(""))
                .put("at", calendar.utc().toString())
                .put("logKibibytes", journal.log().bytes() / KIBIBYTE);
        journal.log().write(event.toString());
        journal.window().ifPresent(opens -> event.put("scheduledAt", opens.toString()));
        postman.post(cloud.path("/events"), Map.of(), event);
    }

    /**
     * The manifest (Uptane Standard 2.1.0, 5.4.2.1).
     *
     * @param outcome {@code success}, {@code failed}, {@code rolled-back} or {@code refused}
     * @param attack what the failure looks like, or empty
     * @param result of every control unit in {@code units}
     */
    void manifest(String outcome, String attack, Collection<Installed> units, String result) {
        Offer offer = journal.offer().orElseThrow();
        ObjectNode manifest = Json.object()
                .put("vin", cloud.identity().vin())
                .put("offerId", offer.offerId())
                .put("correlationId", correlation(offer))
                .put("outcome", outcome)
                .put("attack", attack)
                .put("at", calendar.utc().toString());
        ArrayNode ecus = manifest.putArray("ecus");
        units.forEach(unit -> ecus.add(report(unit, result)));
        postman.postSigned(cloud.path("/manifest"), manifest);
    }

    private static ObjectNode report(Installed unit, String result) {
        return Json.object()
                .put("ecu", unit.ecu())
                .put("version", unit.version())
                .put("sha256", unit.sha256())
                .put("releaseCounter", unit.releaseCounter())
                .put("serial", unit.serial())
                .put("result", result);
    }

    private static String correlation(Offer offer) {
        return offer.campaign() + "/" + offer.offerId();
    }
}
