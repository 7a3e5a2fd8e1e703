package dev.underpin.vehicle.telematics;

import dev.underpin.vehicle.telematics.CloudTrouble.Garbled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code {"signed":{...},"signatures":[{"keyid","sig"}]}}, signed with Ed25519 over the bytes of {@code signed} exactly as
 * transmitted; {@code sig} is base64.
 *
 * @param signed what is signed
 * @param bytes its bytes as transmitted
 * @param signatures the signatures
 */
public record SignedJson(JsonNode signed, byte[] bytes, JsonNode signatures) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads without checking a signature. */
    public static SignedJson read(byte[] utf8) throws Garbled {
        JsonNode root = Json.read(utf8);
        if (!root.path("signed").isObject() || !root.path("signatures").isArray()) {
            throw new Garbled("expected the members signed and signatures, found " + root.propertyNames());
        }
        return new SignedJson(root.path("signed"), bytesOfSigned(utf8), root.path("signatures"));
    }

    /** Signs: the bytes of {@code content} are the same in its own text and within the whole. */
    static ObjectNode write(ObjectNode content, VehicleIdentity identity) {
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        ObjectNode whole = Json.object();
        whole.set("signed", content);
        whole.putArray("signatures")
                .addObject()
                .put("keyid", identity.keyId())
                .put("sig", Base64.getEncoder().encodeToString(identity.sign(bytes)));
        return whole;
    }

    /** The signatures; one that is no base64 is empty. */
    public List<Seal> seals() {
        return signatures
                .valueStream()
                .map(it -> new Seal(
                        it.path("keyid").asString(""), decoded(it.path("sig").asString(""))))
                .toList();
    }

    /**
     * A signature.
     *
     * @param keyId the name of the key that is said to have made it
     */
    public record Seal(String keyId, byte[] signature) {}

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static byte[] bytesOfSigned(byte[] utf8) throws Garbled {
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), utf8)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = "signed".equals(parser.currentName());
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (found) {
                    return Arrays.copyOfRange(
                            utf8, from, (int) parser.currentLocation().getByteOffset());
                }
            }
        }
        throw new Garbled("expected the member signed");
    }
}
