package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.underpin.can.database.SignalValue.Label;
import dev.underpin.can.database.SignalValue.Physical;
import dev.underpin.can.database.SignalValue.Raw;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageCodecTest {
    private static final Database DATABASE = Database.parse("codec.dbc", """
            BU_: A B
            BO_ 1 Muxed: 8 A
             SG_ Mux M : 0|4@1+ (1,0) [0|0] "" B
             SG_ Always : 60|4@1+ (1,0) [0|0] "" B
             SG_ Zero m0 : 8|8@1+ (0.5,0) [0|0] "V" B
             SG_ One m1 : 8|16@1- (1,0) [0|0] "" B
             SG_ Inner m2M : 8|4@1+ (1,0) [0|0] "" B
             SG_ Deep m7 : 16|8@1+ (1,0) [0|0] "" B
            BO_ 2 Numbers: 64 A
             SG_ Single : 7|32@0- (1,0) [0|0] "" B
             SG_ Double : 32|64@1- (2,1) [0|0] "" B
             SG_ Limited : 96|32@1- (1,0) [-1.5|0.1] "" B
             SG_ Wide : 128|64@1+ (1,0) [0|0] "" B
             SG_ WideSigned : 199|64@0- (1,0) [0|0] "" B
             SG_ Falling : 256|8@1+ (-1,5) [0|5] "" B
             SG_ Far : 272|8@1+ (1e-5,1e16) [0|0] "" B
             SG_ Mistaken : 264|8@1+ (1,0) [300|400] "" B
            BO_ 3 Gears: 1 A
             SG_ Gear : 0|3@1+ (1,0) [0|0] "" B
            VAL_ 3 Gear 0 "P" 3 "D" ;
            VAL_ 2 Wide 18446744073709551615 "none" ;
            SIG_VALTYPE_ 2 Single : 1;
            SIG_VALTYPE_ 2 Double : 2;
            SIG_VALTYPE_ 2 Limited : 1;
            SG_MUL_VAL_ 1 Inner Mux 2-3, 9-9;
            SG_MUL_VAL_ 1 Deep Inner 7-8;
            """);

    private final Message muxed = DATABASE.message("Muxed");
    private final Message numbers = DATABASE.message("Numbers");
    private final Message gears = DATABASE.message("Gears");

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "00ff000000000050, 'Always,Mux,Zero'",
        "01ff000000000050, 'Always,Mux,One'",
        "0204000000000050, 'Always,Inner,Mux'",
        "0307000000000050, 'Always,Deep,Inner,Mux'",
        "0908000000000050, 'Always,Deep,Inner,Mux'",
        "0407000000000050, 'Always,Mux'"
    })
    void only_the_signals_that_the_selectors_name_are_decoded(String data, String signals) {
        assertThat(muxed.decode(HexFormat.of().parseHex(data)).keySet()).containsExactlyInAnyOrder(signals.split(","));
    }

    @Test
    void a_branch_is_encoded_with_its_selectors() {
        byte[] data = muxed.encode(Map.of("Mux", 9.0, "Inner", 8.0, "Deep", 200.0, "Always", 5.0));

        assertThat(HexFormat.of().formatHex(data)).isEqualTo("0908c80000000050");
    }

    @Test
    void a_signal_of_another_branch_is_refused() {
        assertThatThrownBy(() -> muxed.encode(Map.of("Mux", 1.0, "Zero", 3.0)))
                .isInstanceOf(SignalInactive.class)
                .hasMessage("signal Zero of message Muxed is there when Mux is 0, not 1");
        assertThatThrownBy(() -> muxed.encode(Map.of("Inner", 7.0, "Deep", 3.0)))
                .isInstanceOf(SignalInactive.class)
                .hasMessage("signal Inner of message Muxed is there when Mux is 2..3, 9, not 0");
    }

    @Test
    void floating_point_signals_carry_what_their_format_can() {
        byte[] data = numbers.encode(Map.of("Single", 0.1, "Double", -1e-300));

        assertThat(HexFormat.of().formatHex(data, 0, 4)).isEqualTo("3dcccccd");
        assertThat(numbers.signal("Single").decode(data)).isEqualTo(0.1f);
        assertThat(numbers.signal("Double").decode(data)).isCloseTo(0, within(1e-15));
        assertThat(numbers.signal("Limited").saturate(7)).isEqualTo(0.1f);
        assertThat(numbers.signal("Limited").rawOf(0.1)).isEqualTo(Float.floatToRawIntBits(0.1f));
    }

    @ParameterizedTest(name = "{0} cannot be {1}")
    @CsvSource({
        "Single, 1e39",
        "Single, NaN",
        "Double, Infinity",
        "Limited, 0.2",
        "Limited, -1.6",
        "Wide, -1",
        "Wide, 1.9e19",
        "Falling, -1",
        "Falling, 6",
        "Mistaken, 256"
    })
    void what_a_signal_cannot_carry_is_refused(String signal, double value) {
        assertThatThrownBy(() -> numbers.encode(Map.of(signal, value)))
                .isInstanceOf(SignalOutOfRange.class)
                .hasMessageContaining(signal);
    }

    @ParameterizedTest(name = "{0} = {1} is raw {2}")
    @CsvSource({
        "Wide, 18446744073709551615, -1",
        "Wide, 9223372036854775808, -9223372036854775808",
        "WideSigned, -9223372036854775808, -9223372036854775808",
        "Falling, 5, 0",
        "Falling, 0, 5",
        "Mistaken, 255, 255"
    })
    void the_ends_of_the_range_are_carried(String name, double value, long raw) {
        Signal signal = numbers.signal(name);
        byte[] data = numbers.encode(Map.of(name, value));

        assertThat(signal.raw(data)).isEqualTo(raw);
        assertThat(signal.decode(data)).isEqualTo(value);
        assertThat(signal.saturate(value)).isEqualTo(value);
    }

    @Test
    void the_nearest_value_can_be_set_even_where_a_double_cannot_tell_the_steps() {
        Signal far = numbers.signal("Far");
        byte[] data = new byte[64];

        far.set(data, far.saturate(0));

        assertThat(far.decode(data)).isEqualTo(1e16);
    }

    @Test
    void labels_raw_and_physical_values_are_encoded_and_read() {
        byte[] data = gears.encodeValues(Map.of("Gear", new Label("D")));

        assertThat(data).containsExactly(3);
        assertThat(gears.encodeValues(Map.of("Gear", new Raw(3)))).isEqualTo(data);
        assertThat(gears.encodeValues(Map.of("Gear", new Physical(3)))).isEqualTo(data);
        assertThat(gears.readings(data)).singleElement().satisfies(reading -> {
            assertThat(reading.raw()).isEqualTo(3);
            assertThat(reading.physical()).isEqualTo(3);
            assertThat(reading.label()).contains("D");
        });
        assertThat(numbers.signal("Wide").rawOf("none")).hasValue(-1);
    }

    @Test
    void an_unknown_label_a_raw_value_of_too_many_bits_and_a_short_frame_are_refused() {
        assertThatThrownBy(() -> gears.encodeValues(Map.of("Gear", new Label("R"))))
                .isInstanceOf(UnknownName.class)
                .hasMessage("no label R in signal Gear, which has P, D");
        assertThatThrownBy(() -> gears.encodeValues(Map.of("Gear", new Raw(8))))
                .isInstanceOf(SignalOutOfRange.class)
                .hasMessage("signal Gear has 3 unsigned bits, too few for the raw value 8");
        assertThatThrownBy(() -> muxed.decode(new byte[7]))
                .isInstanceOf(DataTooShort.class)
                .hasMessage("message Muxed has 8 bytes of data, the frame 7");
    }

    @Test
    void decoding_one_signal_allocates_nothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] data = HexFormat.of().parseHex("0307000000000050");
        Signal deep = muxed.signal("Deep");
        double sum = decodeOften(deep, data);

        long before = threads.getCurrentThreadAllocatedBytes();
        sum += decodeOften(deep, data);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isZero();
        assertThat(allocated).isLessThan(10_000);
    }

    private double decodeOften(Signal signal, byte[] data) {
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            sum += muxed.active(signal, data) ? signal.decode(data) : 1;
        }
        return sum;
    }
}
