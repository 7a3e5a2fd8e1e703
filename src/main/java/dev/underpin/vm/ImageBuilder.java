package dev.underpin.vm;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a {@link GuestImage} in a folder: takes kernel and modules out of Debian's package, which is downloaded (71 MB) but not installed,
 * and packs busybox, the modules and {@code init.sh}.
 */
record ImageBuilder(Path folder, Consumer<String> progress) {
    static final String KERNEL = "vmlinuz";
    static final String INITRAMFS = "initramfs";

    /** Loaded with all that they need: this machine's files, CAN protocols, interfaces. */
    static final List<String> MODULES = List.of(
            "virtio_pci",
            "9pnet_virtio",
            "9p",
            "overlay",
            "can-raw",
            "can-bcm",
            "can-isotp",
            "can-gw",
            "vcan",
            "vxcan",
            "slcan",
            "kvaser_pci");

    private static final List<String> MODULE_FOLDERS = List.of(
            "net/can",
            "drivers/net/can",
            "net/9p",
            "fs/9p",
            "fs/netfs",
            "fs/fscache",
            "fs/overlayfs",
            "drivers/virtio");
    private static final Pattern KERNEL_PACKAGE = Pattern.compile("Depends: (linux-image-[0-9]\\S*)");

    void build() throws IOException, InterruptedException {
        Commands commands = new Commands(folder);
        unpack(commands, download(commands));
        Path lib = only(folder.resolve("lib/modules"), "*");
        commands.output(
                DebianTool.DEPMOD, "-b", folder.toString(), lib.getFileName().toString());
        Files.move(only(folder.resolve("boot"), "vmlinuz-*"), folder.resolve(KERNEL));
        pack(commands, root(lib));
    }

    /** The script that the kernel starts. */
    static byte[] init() throws IOException {
        try (InputStream script = Objects.requireNonNull(ImageBuilder.class.getResourceAsStream("init.sh"))) {
            return script.readAllBytes();
        }
    }

    private Path download(Commands commands) throws IOException, InterruptedException {
        Matcher found = KERNEL_PACKAGE.matcher(commands.output(DebianTool.APT_CACHE, "depends", "linux-image-amd64"));
        if (!found.find()) {
            throw UserMistake.saying(
                    "the virtual machine needs the kernel of Debian's package linux-image-amd64, which apt"
                            + " does not know; type: apt-get update");
        }
        progress.accept("preparing the virtual machine, once: downloading " + found.group(1));
        commands.output(DebianTool.APT_GET, "-q", "download", found.group(1));
        return only(folder, "*.deb");
    }

    private static void unpack(Commands commands, Path archive) throws IOException, InterruptedException {
        ProcessBuilder untar = commands.process(
                DebianTool.TAR, "-x", "--no-same-owner", "--wildcards", "./boot/vmlinuz*", "./lib/modules/*/modules.*");
        MODULE_FOLDERS.forEach(wanted -> untar.command().add("./lib/modules/*/kernel/" + wanted + "*"));
        commands.pipe(commands.process(DebianTool.DPKG_DEB, "--fsys-tarfile", archive.toString()), untar);
    }

    private Path root(Path lib) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        for (String name : List.of("bin", "proc", "sys", "dev", "modules", "new", "host", "ram")) {
            Files.createDirectory(root.resolve(name));
        }
        StringBuilder order = new StringBuilder();
        for (String path : KernelModules.read(lib.resolve("modules.dep")).toLoad(MODULES)) {
            Path module = lib.resolve(path);
            Files.copy(module, root.resolve("modules").resolve(module.getFileName()));
            order.append(module.getFileName()).append('\n');
        }
        Files.writeString(root.resolve("order"), order);
        Files.copy(
                StaticProgram.check(DebianTool.BUSYBOX.path()),
                root.resolve("bin/busybox"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Path init = Files.write(root.resolve("init"), init());
        if (!init.toFile().setExecutable(true)) {
            throw new IOException(init + " cannot be made executable");
        }
        return root;
    }

    private void pack(Commands commands, Path root) throws IOException, InterruptedException {
        Path names = folder.resolve("names");
        try (Stream<Path> tree = Files.walk(root)) {
            Files.writeString(
                    names,
                    tree.map(path -> root.relativize(path).toString())
                            .filter(name -> !name.isEmpty())
                            .sorted()
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        Path packed = folder.resolve(INITRAMFS);
        commands.run(commands.process(DebianTool.BUSYBOX, "cpio", "-o", "-H", "newc", "-F", packed.toString())
                .directory(root.toFile())
                .redirectInput(names.toFile()));
    }

    private static Path only(Path place, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(place, pattern)) {
            return found.iterator().next();
        }
    }
}
