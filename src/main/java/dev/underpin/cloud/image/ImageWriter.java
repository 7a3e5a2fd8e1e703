package dev.underpin.cloud.image;

import dev.underpin.cloud.trust.Sha256;
import dev.underpin.signature.Ed25519;
import dev.underpin.time.Entropy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Generates image files: a payload drawn from ECU, version and release counter alone, hashed while it is written, then signed. */
final class ImageWriter {
    private static final long PAYLOAD_SEED = 0x5550_4931L;
    private static final String PURPOSE = "application";
    private static final int CHUNK = 1 << 20;

    private final KeyPair signer;

    ImageWriter(KeyPair signer) {
        this.signer = signer;
    }

    /** Writes the image that {@code spec} describes to {@code path}, in one step, and returns the SHA-256 of the file. */
    String write(ImageSpec spec, Path path) {
        try {
            Files.createDirectories(path.getParent());
            Path part =
                    Files.createTempFile(path.getParent(), path.getFileName().toString(), ".part");
            String sha256 = writeTo(spec, part);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the image " + path, e);
        }
    }

    private String writeTo(ImageSpec spec, Path part) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = Files.newOutputStream(part)) {
            byte[] head = ImageFile.head(spec, PURPOSE);
            put(out, digest, head);
            payload(spec, spec.size() - head.length - Ed25519.SIGNATURE_LENGTH, out, digest);
            put(out, digest, Ed25519.sign(signer.getPrivate(), ImageFile.snapshot(digest)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void payload(ImageSpec spec, long length, OutputStream out, MessageDigest digest)
            throws IOException {
        Entropy entropy =
                new Entropy(PAYLOAD_SEED).fork(spec.ecu() + " " + spec.version() + " " + spec.releaseCounter());
        for (long left = length; left > 0; left -= CHUNK) {
            put(out, digest, entropy.bytes((int) Math.min(left, CHUNK)));
        }
    }

    private static void put(OutputStream out, MessageDigest digest, byte[] bytes) throws IOException {
        digest.update(bytes);
        out.write(bytes);
    }
}
