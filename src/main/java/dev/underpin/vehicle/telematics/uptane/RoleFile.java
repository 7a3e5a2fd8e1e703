package dev.underpin.vehicle.telematics.uptane;

import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import dev.underpin.vehicle.telematics.SignedJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;

/**
 * A file of a role, read but not yet believed.
 *
 * @param name for words to people, such as {@code director timestamp}
 * @param length of the whole file, bytes
 * @param sha256 of the whole file, lower-case hexadecimal
 */
record RoleFile(String name, SignedJson file, long version, Instant expires, int length, String sha256) {
    /** Reads a file that is to be of {@code role}, of at most {@code cap} bytes. */
    static RoleFile read(Repository repository, Role role, byte[] utf8, int cap) throws NotGenuine {
        String name = repository.code() + " " + role.code();
        if (utf8.length > cap) {
            throw new NotGenuine(Attack.ENDLESS_DATA, "%s: more than %d bytes".formatted(name, cap));
        }
        SignedJson file = parsed(name, utf8);
        JsonNode signed = file.signed();
        if (!signed.path("_type").asString("").equals(role.code())) {
            throw new NotGenuine(
                    Attack.MIX_AND_MATCH,
                    "%s: expected the role %s, found %s".formatted(name, role.code(), signed.path("_type")));
        }
        JsonNode version = signed.path("version");
        if (!version.canConvertToLong() || !version.isIntegralNumber() || version.asLong() < 1) {
            throw new NotGenuine(Attack.ROLLBACK, "%s: expected a version, found %s".formatted(name, version));
        }
        return new RoleFile(name, file, version.asLong(), expiry(name, signed), utf8.length, Sha256.hex(utf8));
    }

    JsonNode signed() {
        return file.signed();
    }

    void requireSignedBy(Signers signers) throws NotGenuine {
        if (!signers.signed(file)) {
            throw new NotGenuine(
                    Attack.ARBITRARY_SOFTWARE,
                    "%s: fewer than %d signatures of its keys".formatted(name, signers.threshold()));
        }
    }

    void requireValidAt(Instant now) throws NotGenuine {
        if (!now.isBefore(expires)) {
            throw new NotGenuine(Attack.FREEZE, "%s expired at %s".formatted(name, expires));
        }
    }

    private static SignedJson parsed(String name, byte[] utf8) throws NotGenuine {
        try {
            return SignedJson.read(utf8);
        } catch (Garbled garbled) {
            throw new NotGenuine(Attack.ARBITRARY_SOFTWARE, name + ": " + garbled.getMessage());
        }
    }

    private static Instant expiry(String name, JsonNode signed) throws NotGenuine {
        String text = signed.path("expires").asString("");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new NotGenuine(Attack.FREEZE, "%s: expected a moment of expiry, found %s".formatted(name, text));
        }
    }
}
