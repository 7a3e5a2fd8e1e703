package dev.underpin.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelModulesTest {
    @Test
    void what_a_module_needs_is_loaded_before_it_and_once(@TempDir Path folder) throws IOException {
        Path dependencies = Files.writeString(folder.resolve("modules.dep"), """
                net/can/can.ko:
                net/can/can-isotp.ko: net/can/can.ko
                can/sja1000/kvaser_pci.ko.xz: can/sja1000/sja1000.ko.xz can/dev/can-dev.ko.xz
                can/slcan.ko: can/dev/can-dev.ko.xz
                """);

        KernelModules modules = KernelModules.read(dependencies);

        assertThat(modules.toLoad(List.of("can-isotp", "kvaser_pci", "slcan", "built_in")))
                .containsExactly(
                        "net/can/can.ko",
                        "net/can/can-isotp.ko",
                        "can/dev/can-dev.ko.xz",
                        "can/sja1000/sja1000.ko.xz",
                        "can/sja1000/kvaser_pci.ko.xz",
                        "can/slcan.ko");
    }
}
