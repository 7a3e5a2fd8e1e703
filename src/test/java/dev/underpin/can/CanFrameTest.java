package dev.underpin.can;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanFrameTest {
    private static final byte[] EIGHT = {1, 2, 3, 4, 5, 6, 7, 8};

    @ParameterizedTest(name = "data length code {0}")
    @ValueSource(ints = {9, 12, 15})
    void aClassicalFrameWithALengthCodeAboveEightStillCarriesEightBytes(int dlc) {
        CanFrame frame = CanFrame.classic(0x123, EIGHT).withRawDlc(dlc);

        assertThat(frame.dlc()).isEqualTo(dlc);
        assertThat(frame.length()).isEqualTo(8);
        assertThat(frame)
                .isNotEqualTo(CanFrame.classic(0x123, EIGHT))
                .hasToString("123#0102030405060708_%X".formatted(dlc));
    }

    @Test
    void onlyAClassicalFrameOfEightBytesHasARawLengthCodeToChoose() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanFrame.classic(1, (byte) 7).withRawDlc(9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanFrame.classic(1, EIGHT).withRawDlc(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanFrame.classic(1, EIGHT).withRawDlc(16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanFrame.fd(1, false, true, EIGHT).withRawDlc(9));
        assertThatIllegalArgumentException().isThrownBy(() -> CanFrame.remote(1, false, 16));
    }

    @Test
    void anErrorPassiveSenderShowsInAnFdFrame() {
        CanFrame active = CanFrame.fd(0x123, false, true, EIGHT);
        CanFrame passive = active.withEsi(true);

        assertThat(active.esi()).isFalse();
        assertThat(passive.esi()).isTrue();
        assertThat(passive).isNotEqualTo(active).hasToString("123##30102030405060708");
        assertThat(passive.withEsi(false)).isEqualTo(active);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanFrame.classic(1).withEsi(true));
    }
}
