package dev.underpin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.underpin.time.Entropy;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdsMeaningTest {
    private static final Vocabulary WORDS = Logs.words();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1003                     | DiagnosticSessionControl extendedDiagnosticSession
            3E80                     | TesterPresent zeroSubFunction (no positive response wanted)
            14FFFFFF                 | ClearDiagnosticInformation all groups
            140AA61A                 | ClearDiagnosticInformation P0AA6-1A "hybrid/EV battery voltage system isolation fault"
            190209                   | ReadDTCInformation reportDTCByStatusMask mask 09
            19040AA61AFF             | ReadDTCInformation reportDTCSnapshotRecordByDTCNumber P0AA6-1A "hybrid/EV battery voltage system isolation fault" record FF
            224910490F               | ReadDataByIdentifier 4910 SoC 490F PackVoltage
            22ABCD                   | ReadDataByIdentifier ABCD
            2701                     | SecurityAccess requestSeed level 01
            280301                   | CommunicationControl disableRxAndTx type 01
            2EF15A41                 | WriteDataByIdentifier F15A Fingerprint 41
            31010208                 | RoutineControl startRoutine 0208 cellBalancing
            3101FF0001               | RoutineControl startRoutine FF00 eraseMemory 01
            34004400001000000020F0   | RequestDownload format 00, address 00001000, size 000020F0
            3601AABB                 | TransferData block 01, 2 bytes: AA BB
            37                       | RequestTransferExit
            8502                     | ControlDTCSetting off
            BA01                     | service BA 01
            10                       | DiagnosticSessionControl
            1904                     | ReadDTCInformation reportDTCSnapshotRecordByDTCNumber
            """)
    void a_request_is_told_in_words(String pdu, String meaning) {
        assertThat(meaning(false, pdu)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5003003201F4             | DiagnosticSessionControl extendedDiagnosticSession P2 50 ms, P2* 5000 ms
            59017F010002             | ReadDTCInformation reportNumberOfDTCByStatusMask mask 7F, format 01, 2 codes
            59027F0AA61A2F123456FF   | ReadDTCInformation reportDTCByStatusMask mask 7F, 2 codes: P0AA6-1A "hybrid/EV battery voltage system isolation fault" 2F, P1234-56 FF
            62491013884921024922     | ReadDataByIdentifier 4910 SoC=50 % 4921 ContactorState=closed 4922 HvInterlock
            62ABCD0102               | ReadDataByIdentifier ABCD 01 02
            6EF15A                   | WriteDataByIdentifier F15A Fingerprint
            7101020800               | RoutineControl startRoutine 0208 cellBalancing 00
            74200FFF                 | RequestDownload blocks of up to 0FFF bytes (hex)
            7601                     | TransferData block 01
            7F2231                   | ReadDataByIdentifier: NRC 31 requestOutOfRange
            7F3478                   | RequestDownload: NRC 78 requestCorrectlyReceivedResponsePending
            7F22F0                   | ReadDataByIdentifier: NRC F0 code F0
            1003                     | no UDS response 03
            """)
    void a_response_is_told_in_words(String pdu, String meaning) {
        assertThat(meaning(true, pdu)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_bytes_come_there_are_words_for_them(long seed) {
        Entropy entropy = new Entropy(seed);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = entropy.bytes(1 + (int) entropy.below(14));
            if (entropy.below(2) == 0) {
                bytes[0] = new byte[] {0x59, 0x62, 0x71, 0x74, 0x22, 0x19, 0x34, 0x31}[(int) entropy.below(8)];
            }
            boolean response = entropy.below(2) == 0;
            assertThatCode(() -> new UdsMeaning(WORDS.table()).of(bms(response), bytes))
                    .doesNotThrowAnyException();
        }
    }

    private static String meaning(boolean response, String pdu) {
        return new UdsMeaning(WORDS.table()).of(bms(response), HexFormat.of().parseHex(pdu));
    }

    private static Party bms(boolean response) {
        return new Party(WORDS.table().ecu("BMS"), response);
    }
}
