package dev.underpin.vm;

import dev.underpin.mistake.UserMistake;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of this machine that the virtual machine needs, and the Debian packages that they come from. */
enum DebianTool {
    QEMU("qemu-system-x86_64", "qemu-system-x86"),
    BUSYBOX("busybox", "busybox-static"),
    DEPMOD("depmod", "kmod"),
    IP("ip", "iproute2"),
    SETPRIV("setpriv", "util-linux"),
    TAR("tar", "tar"),
    DPKG_DEB("dpkg-deb", "dpkg"),
    APT_GET("apt-get", "apt"),
    APT_CACHE("apt-cache", "apt");

    private final String program;
    private final String debianPackage;

    DebianTool(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /** Throws {@link UserMistake} with what to install when one is missing. */
    static void requireAll() {
        List<DebianTool> missing =
                Arrays.stream(values()).filter(tool -> tool.find().isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw UserMistake.saying("the virtual machine needs %s; type: apt-get install --no-install-recommends %s"
                    .formatted(
                            String.join(
                                    ", ",
                                    missing.stream().map(tool -> tool.program).toList()),
                            String.join(
                                    " ",
                                    missing.stream()
                                            .map(tool -> tool.debianPackage)
                                            .distinct()
                                            .toList())));
        }
    }

    /** Where it is; {@link #requireAll} found it before. */
    Path path() {
        return find().orElseThrow(() ->
                UserMistake.saying("%s is gone; it is in the package %s".formatted(program, debianPackage)));
    }

    private Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
