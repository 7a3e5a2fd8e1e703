package dev.underpin.vm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * QEMU's command line. The process dies with the thread that starts it (setpriv --pdeathsig).
 *
 * <p>One processor, as with several a virtual CAN interface may change the order of frames. While it works, the machine's clock counts its
 * instructions (icount), 2 ns each, so that a busy host makes it slow for us but does not let time-outs expire in it.
 */
final class Qemu {
    private static final String MEMORY_MEGABYTES = "2048";
    private static final String KERNEL_OPTIONS = "console=ttyS0 quiet panic=-1 mitigations=off";

    private Qemu() {}

    static List<String> command(GuestImage image, Exchange exchange, @Nullable Path results) {
        List<String> command = new ArrayList<>(List.of(
                DebianTool.SETPRIV.path().toString(),
                "--pdeathsig",
                "KILL",
                DebianTool.QEMU.path().toString()));
        command.addAll(List.of("-accel", "tcg", "-icount", "shift=1,sleep=on"));
        command.addAll(List.of("-cpu", "max", "-smp", "1", "-m", MEMORY_MEGABYTES));
        command.addAll(List.of("-display", "none", "-monitor", "none", "-no-reboot", "-nic", "none"));
        command.addAll(List.of(
                "-kernel", image.kernel().toString(),
                "-initrd", image.initramfs().toString(),
                "-append", KERNEL_OPTIONS));
        command.addAll(List.of("-serial", "file:" + exchange.console()));
        command.addAll(List.of("-chardev", "stdio,id=out", "-serial", "chardev:out"));
        command.addAll(List.of("-chardev", "file,id=errors,path=/dev/stderr,append=on", "-serial", "chardev:errors"));
        command.addAll(List.of("-object", "can-bus,id=bus"));
        command.addAll(List.of("-device", "kvaser_pci,canbus=bus", "-device", "kvaser_pci,canbus=bus"));
        share(command, "host", Path.of("/"), ",readonly=on");
        share(command, "exchange", exchange.folder(), "");
        if (results != null) {
            share(command, "results", results.toAbsolutePath(), "");
        }
        return command;
    }

    /** QEMU wants commas within a value doubled. */
    private static void share(List<String> command, String tag, Path folder, String options) {
        command.add("-virtfs");
        command.add("local,path=%s,mount_tag=%s,security_model=none,multidevs=remap%s"
                .formatted(folder.toString().replace(",", ",,"), tag, options));
    }
}
