package dev.underpin.cloud.update;

import dev.underpin.cloud.registry.EcuRecord;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.uptane.MetadataSet;
import dev.underpin.cloud.uptane.RootChain;
import dev.underpin.time.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Uptane's Director: tells each vehicle which images it is to install. Metadata without targets is bound to the vehicle as well, so
 * it cannot be shown to another, and to the serial numbers of its control units as far as they are known. The version grows whenever the assignment changes.
 */
final class Director {
    private final RootChain roots;
    private final Calendar calendar;
    private final Map<String, MetadataSet> vehicles = new LinkedHashMap<>();

    Director(RootChain roots, Calendar calendar) {
        this.roots = roots;
        this.calendar = calendar;
    }

    /** A metadata file for {@code vehicle}, which is to install the images of {@code offer}, or none. */
    Optional<byte[]> file(Vehicle vehicle, String name, Optional<Offer> offer) {
        MetadataSet set = vehicles.computeIfAbsent(vehicle.vin(), unknown -> new MetadataSet(roots, calendar));
        return roots.file(name).or(() -> set.file(name, () -> assignment(vehicle, offer)));
    }

    private static ObjectNode assignment(Vehicle vehicle, Optional<Offer> offer) {
        ObjectNode said = Json.object()
                .put("director", vehicle.vin())
                .put("offerId", offer.map(Offer::id).orElse(""));
        said.set(
                "targets",
                Targets.list(
                        offer.map(Offer::images).orElse(List.of()),
                        ecu -> vehicle.ecu(ecu).map(EcuRecord::serial).orElse("")));
        return said;
    }
}
