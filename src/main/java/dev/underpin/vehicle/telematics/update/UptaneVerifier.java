package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Calendar;
import dev.underpin.vehicle.telematics.uptane.Anchors;
import dev.underpin.vehicle.telematics.uptane.Attack;
import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import dev.underpin.vehicle.telematics.uptane.NotGenuine;
import dev.underpin.vehicle.telematics.uptane.Sha256;
import dev.underpin.vehicle.telematics.uptane.Target;
import dev.underpin.vehicle.telematics.uptane.TrustStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** {@link Verifier} by Uptane's full verification; the director speaks for one vehicle, the image repository for all. */
public final class UptaneVerifier implements Verifier {
    private final String vin;
    private final Set<String> ecus;
    private final Calendar calendar;
    private final TrustStore trust;
    private final Predicate<byte[]> sealed;

    /**
     * A verifier.
     *
     * @param anchors the Root metadata of both repositories that the factory put in
     * @param ecus the control units of this vehicle
     * @param calendar the vehicle's secure time
     * @param trust survives power loss
     * @param sealed whether an image file is sealed by the maker, as the boot loaders will ask
     */
    public UptaneVerifier(
            Anchors anchors,
            String vin,
            Set<String> ecus,
            Calendar calendar,
            TrustStore trust,
            Predicate<byte[]> sealed) {
        this.sealed = sealed;
        this.vin = vin;
        this.ecus = Set.copyOf(ecus);
        this.calendar = calendar;
        this.trust = trust;
        anchors.provision(trust);
    }

    @Override
    public MetadataCheck begin() {
        return new MetadataCheck(trust, calendar.utc());
    }

    @Override
    public Bundle bundle(MetadataCheck complete, String offerId) throws UpdateFailure {
        JsonNode assignment = complete.assignment();
        if (!assignment.path("director").asString("").equals(vin)) {
            throw refused(Attack.WRONG_VEHICLE, "the director's targets are for " + assignment.path("director"));
        }
        if (!assignment.path("offerId").asString("").equals(offerId)) {
            throw refused(Attack.MIX_AND_MATCH, "the director's targets are of offer " + assignment.path("offerId"));
        }
        try {
            Bundle bundle = new Bundle(offerId, DependencyOrder.of(complete.agreed(ecus)), complete.expires());
            complete.keep();
            return bundle;
        } catch (NotGenuine refusal) {
            throw UpdateFailure.of(refusal);
        }
    }

    @Override
    public void vehicle(Bundle bundle, Map<String, Installed> installed) throws UpdateFailure {
        if (!trust.time(calendar.utc()).isBefore(bundle.expires())) {
            throw refused(Attack.FREEZE, "the bundle expired at " + bundle.expires());
        }
        requireOwnSerials(installed.values());
        for (Target target : bundle.targets()) {
            Installed unit = installed.get(target.ecu());
            if (unit == null) {
                throw refused(
                        Attack.WRONG_VEHICLE,
                        "expected the control unit %s, which does not answer".formatted(target.ecu()));
            }
            if (!unit.hardware().equals(target.hardware())) {
                throw refused(
                        Attack.WRONG_HARDWARE,
                        "%s has hardware %s, the image is for %s"
                                .formatted(target.ecu(), unit.hardware(), target.hardware()));
            }
            if (!target.serial().isEmpty() && !target.serial().equals(unit.serial())) {
                throw refused(
                        Attack.WRONG_HARDWARE,
                        "%s has the serial number %s, the director means %s"
                                .formatted(target.ecu(), unit.serial(), target.serial()));
            }
            if (target.releaseCounter() < unit.releaseCounter()) {
                throw refused(
                        Attack.ROLLBACK,
                        "%s runs release %d, the image is release %d"
                                .formatted(target.ecu(), unit.releaseCounter(), target.releaseCounter()));
            }
        }
    }

    /** A serial number names one control unit: two with the same are not both what they say. */
    private static void requireOwnSerials(Collection<Installed> units) throws UpdateFailure {
        Map<String, String> owners = new HashMap<>();
        for (Installed unit : units) {
            String owner = unit.serial().isEmpty() ? null : owners.putIfAbsent(unit.serial(), unit.ecu());
            if (owner != null) {
                throw refused(
                        Attack.WRONG_HARDWARE,
                        "%s and %s both have the serial number %s".formatted(owner, unit.ecu(), unit.serial()));
            }
        }
    }

    @Override
    public void image(Target target, byte[] file) throws UpdateFailure {
        if (file.length != target.length()) {
            throw refused(
                    Attack.ARBITRARY_SOFTWARE,
                    "%s: expected %d bytes, found %d".formatted(target.filename(), target.length(), file.length));
        }
        String digest = Sha256.hex(file);
        if (!digest.equals(target.sha256())) {
            throw refused(
                    Attack.ARBITRARY_SOFTWARE,
                    "%s: expected SHA-256 %s, found %s".formatted(target.filename(), target.sha256(), digest));
        }
        if (!sealed.test(file)) {
            throw refused(Attack.ARBITRARY_SOFTWARE, target.filename() + " is not sealed by the maker");
        }
    }

    private static UpdateFailure refused(Attack attack, String detail) {
        return new UpdateFailure(Reason.VERIFICATION_FAILED, detail, attack.code());
    }
}
