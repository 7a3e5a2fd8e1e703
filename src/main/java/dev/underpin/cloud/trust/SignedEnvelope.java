package dev.underpin.cloud.trust;

import dev.underpin.signature.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signed JSON in the shape of Uptane metadata: {@code {"signed":{...},"signatures":[{"keyid":...,"sig":...}]}}. The Ed25519
 * signature (base64) covers the bytes of the value of {@code signed} exactly as transmitted; what is sealed here is transmitted in
 * canonical form.
 *
 * @param signed the signed object
 * @param signedBytes its bytes as transmitted
 * @param signatures the signatures as transmitted
 */
public record SignedEnvelope(ObjectNode signed, byte[] signedBytes, ArrayNode signatures) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The whole text of an envelope around {@code signed} in canonical form, signed by {@code signers} in their order. */
    public static byte[] seal(ObjectNode signed, KeyPair... signers) {
        byte[] bytes = Json.canonical(signed).getBytes(StandardCharsets.UTF_8);
        ArrayNode signatures = Json.array();
        for (KeyPair signer : signers) {
            signatures.add(signature(bytes, signer));
        }
        String text = "{\"signed\":" + new String(bytes, StandardCharsets.UTF_8) + ",\"signatures\":"
                + Json.text(signatures) + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads an envelope, checking its shape but no signature. */
    public static SignedEnvelope parse(byte[] body) throws BadSignature {
        try {
            if (Json.read(body) instanceof ObjectNode root
                    && root.get("signed") instanceof ObjectNode signed
                    && root.get("signatures") instanceof ArrayNode signatures) {
                return new SignedEnvelope(signed, spanOfSigned(body), signatures);
            }
        } catch (JacksonException e) {
            throw new BadSignature("not JSON: " + e.getOriginalMessage());
        }
        throw new BadSignature("expected members signed (object) and signatures (array)");
    }

    /** Whether one of the signatures is {@code key}'s over the bytes as transmitted. */
    public boolean signedBy(PublicKey key) {
        String keyId = DevelopmentKeys.keyId(key);
        return signatures
                .valueStream()
                .filter(entry -> entry.path("keyid").asString("").equals(keyId))
                .map(entry -> decoded(entry.path("sig")))
                .anyMatch(sig -> sig.isPresent() && Ed25519.verifies(key, signedBytes, sig.get()));
    }

    private static ObjectNode signature(byte[] bytes, KeyPair signer) {
        return Json.object()
                .put("keyid", DevelopmentKeys.keyId(signer.getPublic()))
                .put("sig", Base64.getEncoder().encodeToString(Ed25519.sign(signer.getPrivate(), bytes)));
    }

    private static Optional<byte[]> decoded(JsonNode sig) {
        try {
            return Optional.of(Base64.getDecoder().decode(sig.asString("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] spanOfSigned(byte[] body) throws BadSignature {
        try (JsonParser parser = MAPPER.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals("signed");
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (found) {
                    return Arrays.copyOfRange(
                            body, from, (int) parser.currentLocation().getByteOffset());
                }
            }
        }
        throw new BadSignature("no member signed");
    }
}
