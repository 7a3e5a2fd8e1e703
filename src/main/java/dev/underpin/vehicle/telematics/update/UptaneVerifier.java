package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Calendar;
import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import dev.underpin.vehicle.telematics.PinnedKey;
import dev.underpin.vehicle.telematics.SignedJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@link Verifier} with one pinned key for each repository; the director speaks for one vehicle, the image repository for all. */
public final class UptaneVerifier implements Verifier {
    private static final String DIRECTOR = "director";
    private static final String IMAGES = "image-repo";
    private static final Pattern FILENAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final PinnedKey directorKey;
    private final PinnedKey imagesKey;
    private final String vin;
    private final Calendar calendar;
    private final SeenVersions seen;

    /** @param calendar the vehicle's secure time */
    public UptaneVerifier(PinnedKey director, PinnedKey images, String vin, Calendar calendar, SeenVersions seen) {
        this.directorKey = director;
        this.imagesKey = images;
        this.vin = vin;
        this.calendar = calendar;
        this.seen = seen;
    }

    @Override
    public Bundle metadata(byte[] director, byte[] imageRepository, String offerId) throws UpdateFailure {
        JsonNode forVehicle = believed(DIRECTOR, director, directorKey);
        JsonNode forAll = believed(IMAGES, imageRepository, imagesKey);
        checkAddressee(forVehicle, offerId);
        List<Target> targets = targets(forVehicle);
        checkAgreement(targets, targets(forAll));
        seen.believed(DIRECTOR, forVehicle.path("version").asLong(0));
        seen.believed(IMAGES, forAll.path("version").asLong(0));
        return new Bundle(offerId, DependencyOrder.of(targets), earlier(expiry(forVehicle), expiry(forAll)));
    }

    @Override
    public void vehicle(Bundle bundle, Map<String, Installed> installed) throws UpdateFailure {
        checkNotExpired(bundle.expires(), "the bundle");
        for (Target target : bundle.targets()) {
            Installed unit = installed.get(target.ecu());
            if (unit == null) {
                throw refused(
                        "wrong-vehicle", "expected the control unit %s, which does not answer".formatted(target.ecu()));
            }
            if (!unit.hardware().equals(target.hardware())) {
                throw refused(
                        "wrong-hardware",
                        "%s has hardware %s, the image is for %s"
                                .formatted(target.ecu(), unit.hardware(), target.hardware()));
            }
            if (target.releaseCounter() < unit.releaseCounter()) {
                throw refused(
                        "rollback",
                        "%s runs release %d, the image is release %d"
                                .formatted(target.ecu(), unit.releaseCounter(), target.releaseCounter()));
            }
        }
    }

    @Override
    public void image(Target target, byte[] file) throws UpdateFailure {
        if (file.length != target.length()) {
            throw refused(
                    "arbitrary-software",
                    "%s: expected %d bytes, found %d".formatted(target.filename(), target.length(), file.length));
        }
        String digest = sha256(file);
        if (!digest.equals(target.sha256())) {
            throw refused(
                    "arbitrary-software",
                    "%s: expected SHA-256 %s, found %s".formatted(target.filename(), target.sha256(), digest));
        }
    }

    private JsonNode believed(String name, byte[] utf8, PinnedKey key) throws UpdateFailure {
        if (utf8.length > METADATA_CAP) {
            throw refused("endless-data", name + ": more than %d bytes of metadata".formatted(METADATA_CAP));
        }
        SignedJson file = read(name, utf8);
        if (!file.signedBy(key)) {
            throw refused("arbitrary-software", name + ": no signature of the pinned key " + key.keyId());
        }
        checkRole(name, file.signed());
        checkNotExpired(expiry(file.signed()), name);
        return file.signed();
    }

    private static SignedJson read(String name, byte[] utf8) throws UpdateFailure {
        try {
            return SignedJson.read(utf8);
        } catch (Garbled garbled) {
            throw refused("arbitrary-software", name + ": " + garbled.getMessage());
        }
    }

    private void checkRole(String name, JsonNode signed) throws UpdateFailure {
        if (!signed.path("_type").asString("").equals("targets")) {
            throw refused("mix-and-match", name + ": expected the role targets, found " + signed.path("_type"));
        }
        long version = signed.path("version").asLong(0);
        if (version < seen.highest(name)) {
            throw refused("rollback", "%s: version %d after version %d".formatted(name, version, seen.highest(name)));
        }
    }

    private void checkNotExpired(Instant expires, String what) throws UpdateFailure {
        if (!calendar.utc().isBefore(expires)) {
            throw refused("freeze", what + " expired at " + expires);
        }
    }

    private void checkAddressee(JsonNode director, String offerId) throws UpdateFailure {
        if (!director.path("director").asString("").equals(vin)) {
            throw refused("wrong-vehicle", "the director's targets are for " + director.path("director"));
        }
        if (!director.path("offerId").asString("").equals(offerId)) {
            throw refused("mix-and-match", "the director's targets are of offer " + director.path("offerId"));
        }
    }

    private static List<Target> targets(JsonNode signed) throws UpdateFailure {
        List<Target> targets =
                signed.path("targets").valueStream().map(Target::of).toList();
        for (Target target : targets) {
            if (!FILENAME.matcher(target.filename()).matches()
                    || target.filename().contains("..")) {
                throw refused("arbitrary-software", "not a name of an image: " + target.filename());
            }
            if (target.length() < 0
                    || target.releaseCounter() < 0
                    || target.ecu().isEmpty()) {
                throw refused("arbitrary-software", "incomplete entry for " + target.filename());
            }
        }
        return targets;
    }

    private static void checkAgreement(List<Target> director, List<Target> images) throws UpdateFailure {
        Map<String, Target> known = new LinkedHashMap<>();
        images.forEach(it -> known.put(it.filename(), it));
        Set<String> units = new LinkedHashSet<>();
        for (Target target : director) {
            if (!units.add(target.ecu())) {
                throw refused("mix-and-match", "two images for " + target.ecu());
            }
            Target image = known.get(target.filename());
            if (image == null || !image.ecu().equals(target.ecu()) || !image.sameImage(target)) {
                throw refused("mix-and-match", "director and image repository differ about " + target.filename());
            }
        }
        if (director.isEmpty()) {
            throw refused("mix-and-match", "the director names no image");
        }
    }

    private static Instant expiry(JsonNode signed) throws UpdateFailure {
        String text = signed.path("expires").asString("");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw refused("freeze", "expected a moment of expiry, found " + text);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static UpdateFailure refused(String attack, String detail) {
        return new UpdateFailure(Reason.VERIFICATION_FAILED, detail, attack);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", absent);
        }
    }
}
