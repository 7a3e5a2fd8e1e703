package dev.underpin.can.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {
    private static final String TEXT = """
            VERSION "1.0"

            NS_ :
            	NS_DESC_
            	CM_
            	BA_DEF_

            BS_:

            BU_: VCU BMS GW
            VAL_TABLE_ OnOff 0 "Off" 1 "On" ;

            BO_ 256 VCU_DriveState: 8 VCU
             SG_ DriveReady : 0|1@1+ (1,0) [0|1] "" GW,BMS
             SG_ Gear : 1|3@1+ (1,0) [0|7] "" GW
             SG_ Speed : 15|16@0+ (0.01,0) [0|655.35] "km/h" GW
             SG_ Torque : 24|12@1- (0.5,-10) [-1034|1013.5] "Nm" GW

            BO_ 2566852881 BMS_Cells: 64 BMS
             SG_ CellMax : 504|8@1+ (0.02,0) [0|0] "V" GW

            BO_ 512 GW_Mode: 2 GW
             SG_ UpdateMode : 0|1@1+ (1,0) [0|1] "" Vector__XXX

            CM_ "the drive bus";
            CM_ BU_ VCU "vehicle control unit";
            CM_ BO_ 256 "drive state of the vehicle";
            CM_ SG_ 256 Gear "selected \\"gear\\"
            in two lines";
            BA_DEF_ BO_ "GenMsgCycleTime" INT 0 65535;
            BA_DEF_ BO_ "VFrameFormat" ENUM "StandardCAN","ExtendedCAN";
            BA_DEF_DEF_ "GenMsgCycleTime" 100;
            BA_DEF_DEF_ "VFrameFormat" "StandardCAN";
            BA_ "GenMsgCycleTime" BO_ 256 10;
            BA_ "VFrameFormat" BO_ 512 14;
            BA_ "BusType" "CAN FD";
            VAL_ 256 Gear 0 "P" 1 "R" 2 "N" 3 "D" ;
            """;

    private final Database database = Database.parse("ev.dbc", TEXT);
    private final Message driveState = database.message("VCU_DriveState");

    @Test
    void readsMessagesWithSenderLengthCycleAndComment() {
        assertThat(database.nodes()).extracting(Node::name).containsExactly("VCU", "BMS", "GW");
        assertThat(database.messages())
                .extracting(Message::name)
                .containsExactly("VCU_DriveState", "BMS_Cells", "GW_Mode");
        assertThat(driveState.id()).isEqualTo(0x100);
        assertThat(driveState.sender()).isEqualTo("VCU");
        assertThat(driveState.length()).isEqualTo(8);
        assertThat(driveState.cycle()).isEqualTo(10 * Nanos.MILLISECOND);
        assertThat(driveState.comment()).isEqualTo("drive state of the vehicle");
        assertThat(driveState.fd()).isFalse();
    }

    @Test
    void anAttributeThatAMessageLacksHasItsDefault() {
        assertThat(database.message("GW_Mode").cycle()).isEqualTo(100 * Nanos.MILLISECOND);
    }

    @Test
    void extendedIdentifiersHaveBit31AndLongMessagesAreCanFd() {
        Message cells = database.message("BMS_Cells");

        assertThat(cells.id()).isEqualTo(0x18FF1111);
        assertThat(cells.extended()).isTrue();
        assertThat(cells.frame(new byte[64])).isEqualTo(CanFrame.fd(0x18FF1111, true, true, new byte[64]));
        assertThat(database.find(cells.frame(new byte[64]))).containsSame(cells);
        assertThat(database.find(0x18FF1111 & 0x7FF, false)).isEmpty();
    }

    @Test
    void aShortMessageCanBeMarkedAsCanFd() {
        assertThat(database.message("GW_Mode").frame(new byte[2]).fd()).isTrue();
    }

    @Test
    void readsWhatASignalIs() {
        Signal speed = driveState.signal("Speed");
        Signal gear = driveState.signal("Gear");

        assertThat(speed.byteOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(speed.unit()).isEqualTo("km/h");
        assertThat(speed.scaling().maximum()).isEqualTo(655.35);
        assertThat(driveState.signal("DriveReady").receivers()).containsExactly("GW", "BMS");
        assertThat(driveState.signal("Torque").signed()).isTrue();
        assertThat(gear.labels()).containsEntry(3L, "D").hasSize(4);
        assertThat(gear.rawOf("N")).hasValue(2);
        assertThat(gear.comment()).isEqualTo("selected \"gear\"\nin two lines");
    }

    @Test
    void encodesAndDecodesPhysicalValues() {
        byte[] data = driveState.encode(Map.of("DriveReady", 1.0, "Gear", 3.0, "Speed", 130.5, "Torque", -12.5));

        assertThat(HexFormat.of().formatHex(data)).isEqualTo("0732fafb0f000000");
        assertThat(driveState.decode(data))
                .containsEntry("DriveReady", 1.0)
                .containsEntry("Gear", 3.0)
                .containsEntry("Torque", -12.5);
        assertThat(driveState.signal("Speed").decode(data)).isCloseTo(130.5, within(1e-9));
        assertThat(driveState.signal("Gear").label(data)).contains("D");
    }

    @ParameterizedTest(name = "{0} cannot be {1}")
    @CsvSource({"Speed, 655.36", "Speed, -0.01", "Gear, 8", "Torque, 1014", "Torque, NaN"})
    void aValueThatASignalCannotCarryIsRefused(String signal, double value) {
        assertThatThrownBy(() -> driveState.encode(Map.of(signal, value)))
                .isInstanceOf(SignalOutOfRange.class)
                .hasMessageContaining(signal);
    }

    @Test
    void aSensorAtItsStopShowsTheNearestValueItCan() {
        Signal speed = driveState.signal("Speed");

        assertThat(speed.saturate(900)).isCloseTo(655.35, within(1e-9));
        assertThat(speed.saturate(-3)).isZero();
        assertThat(speed.saturate(12.344)).isCloseTo(12.34, within(1e-9));
        assertThat(database.message("BMS_Cells").signal("CellMax").saturate(9)).isCloseTo(5.1, within(1e-9));
    }

    @Test
    void unknownNamesAreToldWithTheKnownOnes() {
        assertThatThrownBy(() -> driveState.signal("Gearr"))
                .isInstanceOf(UnknownName.class)
                .hasMessage("no signal Gearr in message VCU_DriveState, which has DriveReady, Gear, Speed, Torque");
        assertThatThrownBy(() -> database.message("X"))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("ev.dbc");
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '#',
            value = {
                "SG_ Gear :#SG_ Gear x0 :#15:11: expected : or one of M, m0 and m0M, found x0",
                "SG_ Gear :#SG_ Gear m0 :#15:6: expected one signal of VCU_DriveState marked M, or SG_MUL_VAL_",
                "BO_ 512 GW_Mode: 2#BO_ 512 GW_Mode: 9#22:18: expected a length that a frame can have",
                "BO_ 512 GW#BO_ 4096 GW#22:5: expected an identifier of 11 bits, or of 29 bits with bit 31 set, found 4096",
                "BO_ 512 GW#BO_ 256 GW#22:5: expected an identifier that no other message has, found 256",
                "24|12@1-#20|12@1-#17:6: expected a signal that does not overlap Speed, found Torque",
                "24|12@1-#54|12@1-#17:6: expected a signal within the 8 bytes of VCU_DriveState, found Torque",
                "(0.5,-10)#(0,-10)#17:25: expected a factor other than 0, found 0",
                "16@0+#16@2+#16:20: expected 1 for little endian or 0 for big endian, found 2",
                "16@0+#16@0*#16:21: expected + for unsigned or - for signed, found *",
                "CM_ BO_ 256#CM_ BO_ 257#27:9: expected the identifier of a message above, found 257",
                "VAL_ 256 Gear#VAL_ 256 Geer#37:10: expected a signal of VCU_DriveState, found Geer",
                "VAL_ 256#VLA_ 256#37:1: expected one of the sections BA_, BA_DEF_",
                "3 \"D\" ;#3 \"D ;#37:35: expected a text that ends with \", found the end of the file",
                "\"km/h\" GW#\"km/h\"#17:2: expected a receiving node, found SG_",
            })
    void whatIsWrongIsToldWithItsPlace(String right, String wrong, String complaint) {
        String text = TEXT.replace(right, wrong);

        assertThatThrownBy(() -> Database.parse("ev.dbc", text))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("ev.dbc:" + complaint);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3"})
    void everyPlaceAndLengthKeepsItsRawValueAndLeavesTheOtherBitsAlone(long seed) {
        Entropy entropy = new Entropy(seed);
        for (int round = 0; round < 3000; round++) {
            ByteOrder order = entropy.below(2) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            int start = (int) entropy.below(64);
            int room = order == ByteOrder.LITTLE_ENDIAN ? 64 - start : 64 - (start / 8 * 8 + 7 - start % 8);
            int length = 1 + (int) entropy.below(room);
            Signal signal = signal(order, start, length, entropy.below(2) == 0);
            byte[] data = entropy.bytes(8);
            long raw = signal.raw(entropy.bytes(8));

            boolean[] before = bits(data);
            signal.setRaw(data, raw);

            assertThat(signal.raw(data)).isEqualTo(raw).isEqualTo(slowly(signal, data));
            assertThat(changedOutside(signal, before, bits(data))).isZero();
        }
    }

    private static Signal signal(ByteOrder order, int start, int length, boolean signed) {
        return new Signal(
                "S",
                new BitLayout(start, length, order),
                signed,
                NumberFormat.INTEGER,
                Scaling.NONE,
                Multiplexing.NONE,
                List.of(),
                new TreeMap<>(),
                Map.of(),
                "");
    }

    private static boolean[] bits(byte[] data) {
        boolean[] bits = new boolean[64];
        for (int i = 0; i < 64; i++) {
            bits[i] = (data[i / 8] >> i % 8 & 1) == 1;
        }
        return bits;
    }

    private static int place(Signal signal, int index) {
        if (signal.byteOrder() == ByteOrder.LITTLE_ENDIAN) {
            return signal.startBit() + signal.length() - 1 - index;
        }
        int sequential = signal.startBit() / 8 * 8 + 7 - signal.startBit() % 8 + index;
        return sequential / 8 * 8 + 7 - sequential % 8;
    }

    private static long slowly(Signal signal, byte[] data) {
        boolean[] bits = bits(data);
        long raw = signal.signed() && bits[place(signal, 0)] ? -1 : 0;
        for (int i = 0; i < signal.length(); i++) {
            raw = raw << 1 | (bits[place(signal, i)] ? 1 : 0);
        }
        return raw;
    }

    private static int changedOutside(Signal signal, boolean[] before, boolean[] after) {
        for (int i = 0; i < signal.length(); i++) {
            after[place(signal, i)] = before[place(signal, i)];
        }
        return Arrays.mismatch(before, after) + 1;
    }
}
