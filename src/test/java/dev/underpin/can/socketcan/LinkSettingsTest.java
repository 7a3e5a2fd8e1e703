package dev.underpin.can.socketcan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.mistake.UserMistake;
import org.junit.jupiter.api.Test;

class LinkSettingsTest {
    private static final String TOLD = """
            [{"ifname":"can0","mtu":72,"linkinfo":{"info_kind":"can","info_data":{"state":"ERROR-ACTIVE",
            "bittiming":{"bitrate":500000,"sample_point":"0.875"},"data_bittiming":{"bitrate":2000000}}}}]
            """;

    @Test
    void the_bit_rates_of_the_bus_are_accepted() {
        assertThatCode(() -> LinkSettings.require("can0", new BusTiming(500_000, 2_000_000), TOLD))
                .doesNotThrowAnyException();
    }

    @Test
    void another_bit_rate_is_told_with_what_to_type() {
        assertThatThrownBy(() -> LinkSettings.require("can0", BusTiming.classic(250_000), TOLD))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("interface can0: expected 250000 bit/s, found 500000 and 2000000 bit/s")
                .hasMessageContaining("sudo ip link set can0 up type can bitrate 250000");
    }

    @Test
    void another_rate_of_the_data_phase_is_told_too() {
        assertThatThrownBy(() -> LinkSettings.require("can0", new BusTiming(500_000, 4_000_000), TOLD))
                .hasMessageContaining("bitrate 500000 dbitrate 4000000 fd on");
    }

    @Test
    void words_that_are_no_json_are_told() {
        assertThatThrownBy(() -> LinkSettings.require("can0", BusTiming.classic(250_000), "Device does not exist."))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("Device does not exist.");
    }
}
