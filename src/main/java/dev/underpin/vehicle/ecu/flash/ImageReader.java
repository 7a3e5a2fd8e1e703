package dev.underpin.vehicle.ecu.flash;

import dev.underpin.signature.Ed25519;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a signed image out of a flash and proves it, as the boot loader does by itself. Big endian: {@code UPI1}, u16 length of the
 * header, the header as UTF-8 JSON, the payload, and the maker's Ed25519 signature (RFC 8032, 64 bytes) over the SHA-256 of all
 * before it.
 *
 * <p>What was found is kept for as long as the flash is not operated on.
 */
public final class ImageReader {
    private static final int PREFIX = 6;
    private static final int SIGNATURE = 64;
    private static final int MAX_HEADER = 4096;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Flash flash;
    private final PublicKey makerKey;
    private @Nullable Inspection known;
    private long knownAt;

    public ImageReader(Flash flash, PublicKey makerKey) {
        this.flash = flash;
        this.makerKey = makerKey;
    }

    /** What is in the flash now. */
    public Inspection inspect() {
        Inspection inspection = known;
        if (inspection == null || knownAt != flash.generation()) {
            knownAt = flash.generation();
            inspection = knownAt == 0 ? flash.original().inspected(makerKey, this::read) : read();
            known = inspection;
        }
        return inspection;
    }

    private Inspection read() {
        byte[] prefix = bytes(0, PREFIX);
        if (!new String(prefix, 0, 4, StandardCharsets.US_ASCII).equals("UPI1")) {
            return Inspection.broken("no image");
        }
        int headerLength = (prefix[4] & 0xff) << 8 | (prefix[5] & 0xff);
        if (headerLength > MAX_HEADER || PREFIX + headerLength + SIGNATURE > flash.size()) {
            return Inspection.broken("header of %d bytes".formatted(headerLength));
        }
        Optional<ImageHeader> header = header(bytes(PREFIX, headerLength));
        return header.map(h -> prove(h, PREFIX + headerLength)).orElseGet(() -> Inspection.broken("unreadable header"));
    }

    private static Optional<ImageHeader> header(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, ImageHeader.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Inspection prove(ImageHeader header, int payloadAt) {
        if (header.length() < 0 || header.length() > flash.size() - payloadAt - SIGNATURE) {
            return new Inspection(Optional.of(header), "", false, "longer than the memory");
        }
        int signatureAt = payloadAt + (int) header.length();
        try {
            MessageDigest sha = digest(signatureAt);
            byte[] signature = bytes(signatureAt, SIGNATURE);
            MessageDigest whole = (MessageDigest) sha.clone();
            whole.update(signature);
            boolean genuine = Ed25519.verifies(makerKey, sha.digest(), signature);
            String problem = genuine ? "" : "signature does not match";
            return new Inspection(Optional.of(header), HexFormat.of().formatHex(whole.digest()), genuine, problem);
        } catch (GeneralSecurityException | CloneNotSupportedException absent) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", absent);
        }
    }

    private MessageDigest digest(int length) throws GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] chunk = new byte[flash.sectorSize()];
        for (int at = 0; at < length; at += chunk.length) {
            int run = Math.min(chunk.length, length - at);
            flash.read(at, chunk, 0, run);
            sha.update(chunk, 0, run);
        }
        return sha;
    }

    private byte[] bytes(int address, int length) {
        byte[] bytes = new byte[length];
        flash.read(address, bytes, 0, length);
        return bytes;
    }
}
