package dev.underpin.cloud.image;

import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.Sha256;
import dev.underpin.signature.Ed25519;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layout of an image file, big endian: magic {@code UPI1} (4 bytes), length of the header (2 bytes), the header as UTF-8 JSON
 * {@code {ecu, hardware, version, releaseCounter, length, purpose}}, {@code length} bytes of payload, and an Ed25519 signature (64
 * bytes) over the SHA-256 of everything before it. It is written to flash as it is; the boot loader checks it itself.
 */
final class ImageFile {
    static final byte[] MAGIC = "UPI1".getBytes(StandardCharsets.US_ASCII);

    private static final int PREAMBLE = MAGIC.length + Short.BYTES;
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private ImageFile() {}

    /** Magic, header length and header of an image whose whole file has {@code spec.size()} bytes. */
    static byte[] head(ImageSpec spec, String purpose) {
        long payload = spec.size();
        byte[] head = head(spec, purpose, payload);
        while (head.length + payload + Ed25519.SIGNATURE_LENGTH > spec.size()) {
            payload = spec.size() - head.length - Ed25519.SIGNATURE_LENGTH;
            head = head(spec, purpose, payload);
        }
        return head;
    }

    /** The header of {@code content}, or nothing when it is not an image file. */
    static Optional<ObjectNode> header(MemorySegment content) {
        if (content.byteSize() < PREAMBLE + Ed25519.SIGNATURE_LENGTH || !startsWithMagic(content)) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(content.get(U16, MAGIC.length));
        if (PREAMBLE + length + Ed25519.SIGNATURE_LENGTH > content.byteSize()) {
            return Optional.empty();
        }
        return object(content.asSlice(PREAMBLE, length).toArray(ValueLayout.JAVA_BYTE));
    }

    /** How many bytes {@code content}, which has a header, lacks when its payload has {@code payload} bytes; negative for too many. */
    static long missing(MemorySegment content, long payload) {
        int header = Short.toUnsignedInt(content.get(U16, MAGIC.length));
        return PREAMBLE + header + payload + Ed25519.SIGNATURE_LENGTH - content.byteSize();
    }

    /** Whether the signature at the end of {@code content} is {@code signer}'s over the rest; and the hash of the whole. */
    static Check check(MemorySegment content, PublicKey signer) {
        long end = content.byteSize() - Ed25519.SIGNATURE_LENGTH;
        MessageDigest digest = Sha256.digest();
        digest.update(content.asSlice(0, end).asByteBuffer());
        byte[] signature = content.asSlice(end).toArray(ValueLayout.JAVA_BYTE);
        boolean genuine = Ed25519.verifies(signer, snapshot(digest), signature);
        digest.update(signature);
        return new Check(genuine, HexFormat.of().formatHex(digest.digest()));
    }

    /** The value that {@code digest} would have now; feeding it can go on. */
    static byte[] snapshot(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be copied", e);
        }
    }

    /**
     * What a check of a file found.
     *
     * @param genuine whether the signature holds
     * @param sha256 hash of the whole file
     */
    record Check(boolean genuine, String sha256) {}

    private static boolean startsWithMagic(MemorySegment content) {
        return content.asSlice(0, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) < 0;
    }

    private static Optional<ObjectNode> object(byte[] json) {
        try {
            return Json.read(json) instanceof ObjectNode header ? Optional.of(header) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] head(ImageSpec spec, String purpose, long payload) {
        byte[] header = Json.bytes(Json.object()
                .put("ecu", spec.ecu())
                .put("hardware", spec.hardware())
                .put("version", spec.version())
                .put("releaseCounter", spec.releaseCounter())
                .put("length", payload)
                .put("purpose", purpose));
        return ByteBuffer.allocate(PREAMBLE + header.length)
                .put(MAGIC)
                .putShort((short) header.length)
                .put(header)
                .array();
    }
}
