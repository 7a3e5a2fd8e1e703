package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes of a connection cut into messages. */
class DoipStreamTest {
    private final List<DoipMessage> got = new ArrayList<>();
    private final DoipStream stream = new DoipStream(1 << 20, got::add);

    @Test
    void messages_are_the_same_however_the_bytes_come() {
        Entropy entropy = new Entropy(1);
        List<DoipMessage> said = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            said.add(DoipMessage.diagnostic(0x0E80, i, entropy.bytes((int) entropy.below(9000) + 1)));
        }
        said.add(DoipMessage.alive(0x0E80));

        for (DoipMessage message : said) {
            byte[] bytes = message.encode();
            for (int at = 0; at < bytes.length; ) {
                int count = (int) Math.min(bytes.length - at, entropy.below(3000) + 1);
                stream.take(bytes, at, count);
                at += count;
            }
        }

        assertThat(got.stream().map(DoipStreamTest::hex).toList())
                .isEqualTo(said.stream().map(DoipStreamTest::hex).toList());
    }

    @Test
    void a_message_without_payload_is_a_message() {
        take("03fc000800000000" + "03fc0008000000020e80");

        assertThat(got).extracting(DoipMessage::length).containsExactly(0L, 2L);
    }

    @Test
    void what_is_refused_for_its_header_comes_without_payload_and_what_follows_is_understood() {
        take("03fc400100000003aabbcc" + "03fc80010fffffff");
        for (int i = 0; i < 0x0FFFFFFF; i += 1 << 20) {
            stream.take(new byte[1 << 20], 0, Math.min(1 << 20, 0x0FFFFFFF - i));
        }
        take("03fc0008000000020e80");

        assertThat(got).extracting(DoipMessage::type).containsExactly(0x4001, 0x8001, 0x0008);
        assertThat(got.get(0).payload()).isEmpty();
        assertThat(got.get(1).payload()).isEmpty();
        assertThat(got.get(2).isWhole()).isTrue();
    }

    @Test
    void behind_a_header_without_pattern_nothing_is_read() {
        take("03fd800100000000" + "03fc0008000000020e80");

        assertThat(got).hasSize(1);
        assertThat(stream.isLost()).isTrue();
    }

    private static String hex(DoipMessage message) {
        return HexFormat.of().formatHex(message.encode());
    }

    private void take(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        stream.take(bytes, 0, bytes.length);
    }
}
