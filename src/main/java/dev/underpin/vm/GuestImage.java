package dev.underpin.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * What the virtual machine starts: Debian's kernel and its first root file system (initramfs). Made once (12 MB), then kept until its
 * folder is deleted or Underpin wants another one.
 */
record GuestImage(Path kernel, Path initramfs) {
    /**
     * The image kept below {@code cache}, made first where there is none.
     *
     * @param progress is told what takes a while
     * @throws dev.underpin.mistake.UserMistake when it cannot be made; the message says why
     */
    static GuestImage prepared(Path cache, Consumer<String> progress) throws IOException, InterruptedException {
        Path kept = cache.resolve("vm-" + recipe());
        if (!Files.isDirectory(kept)) {
            Files.createDirectories(cache);
            Path building = Files.createTempDirectory(cache, "building-");
            try {
                new ImageBuilder(building, progress).build();
                keep(building, kept);
            } finally {
                Folders.delete(building);
            }
        }
        return new GuestImage(kept.resolve(ImageBuilder.KERNEL), kept.resolve(ImageBuilder.INITRAMFS));
    }

    /** Whoever is first keeps it: another process may have made the same meanwhile. */
    private static void keep(Path building, Path kept) throws IOException {
        Path made = Files.createDirectory(building.resolve("made"));
        Files.move(building.resolve(ImageBuilder.KERNEL), made.resolve(ImageBuilder.KERNEL));
        Files.move(building.resolve(ImageBuilder.INITRAMFS), made.resolve(ImageBuilder.INITRAMFS));
        if (!Files.isDirectory(kept)) {
            Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String recipe() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ImageBuilder.init());
            digest.update(String.join(" ", ImageBuilder.MODULES).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
