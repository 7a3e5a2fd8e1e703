package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.EntityBench.Caller;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Damaged bytes and datagrams at the edge: every refusal has a code of the standard, and a second tester is served all the time.
 * {@code -Dfuzz=20} makes it twenty times as long.
 */
class DoipFuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz", 1);
    private static final int STREAM_PDUS = 300_000;
    private static final int DATAGRAMS = 200_000;
    private static final Set<Integer> ANSWERS = Set.of(0x0000, 0x0006, 0x0007, 0x8001, 0x8002, 0x8003);
    private static final Set<Integer> ACTIVATION_CODES = Set.of(0x00, 0x01, 0x02, 0x03, 0x06, 0x10);
    private static final Set<Integer> REFUSALS = Set.of(0x02, 0x03, 0x04, 0x05);
    private static final int[] TYPES = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 0x4001, 0x4002, 0x4003, 0x4004, 0x8001, 0x8002, 0x8003
    };
    private static final String[] GOOD = {
        "03fc0005000000070e800000000000",
        "02fd00050000000b0e810100000000aabbccdd",
        "03fc0008000000020e80",
        "03fc8001000000060e8010113e00",
        "03fc8001000000070e80101122f190",
        "03fc8001000000060e80e4003e00",
        "03fc8001000000060e8010013e00",
        "04fb8001000000060e8012343e00"
    };

    private final EntityBench bench = new EntityBench();
    private final Entropy entropy = new Entropy(2026);
    private final Set<String> codes = new TreeSet<>();
    private int pdus;

    @Test
    void damaged_streams_are_refused_by_code_and_harm_nobody() {
        bench.gateway.limit(EntityLimits.STANDARD.sockets(4).waiting(4));
        Caller healthy = bench.activated(0x0EFF);
        while (pdus < STREAM_PDUS * ROUNDS) {
            attack();
            assertServed(healthy);
        }

        assertThat(bench.gateway.sockets().open().size()).isLessThanOrEqualTo(5);
        assertThat(bench.gateway.freeMemory()).isEqualTo(EntityLimits.STANDARD.memory());
        assertThat(codes).contains("header 00", "header 01", "header 02", "header 04");
        assertThat(codes).contains("activation 00", "activation 02", "activation 06", "activation 10");
        assertThat(codes).contains("refusal 02", "refusal 03");
    }

    @Test
    void damaged_datagrams_are_refused_by_code_and_harm_nobody() {
        byte[] id = {2, 0, 0, 0, 0, 1};
        bench.gateway.identify(EntityIdentity.gateway("WUPLX3EV7T1000047", id, id), new Entropy(1));
        Caller healthy = bench.activated(0x0EFF);
        Endpoint self = bench.link.hear("fuzz", (from, message) -> {
            assertThat(message.type()).isIn(0x0000, 0x0004, 0x4002, 0x4004);
            if (message.type() == DoipType.HEADER_NACK) {
                codes.add("header %02x".formatted(message.payload()[0]));
                assertThat(message.payload()[0]).isBetween((byte) 0, (byte) 4);
            }
        });
        for (int i = 0; i < DATAGRAMS * ROUNDS; i++) {
            bench.link.datagram(self, Endpoint.entity(Transport.UDP, "GW"), DoipMessage.decode(datagram()));
            bench.pass(20 * Nanos.MICROSECOND);
            if (i % 1000 == 0) {
                assertServed(healthy);
            }
        }

        assertThat(codes).contains("header 00", "header 01", "header 02", "header 04");
    }

    /** One connection with up to 200 messages, one in ten of them damaged, until the entity closes it. */
    private void attack() {
        Caller caller = bench.call();
        DoipStream stream = new DoipStream(EntityLimits.STANDARD.data(), message -> {
            pdus++;
            caller.say(message);
        });
        for (int i = 0; i < 200 && caller.ended.isEmpty(); i++) {
            byte[] bytes = pdu();
            stream.take(bytes, 0, bytes.length);
            if (i % 16 == 15) {
                bench.pass(Nanos.MILLISECOND);
                caller.heard().forEach(this::judge);
            }
        }
        bench.pass(Nanos.MILLISECOND);
        caller.heard().forEach(this::judge);
        caller.hangUp();
    }

    private void judge(String answer) {
        DoipMessage message = DoipMessage.decode(HexFormat.of().parseHex(answer));
        assertThat(message.hasPattern()).isTrue();
        assertThat(message.isWhole()).isTrue();
        assertThat(ANSWERS).contains(message.type());
        switch (message.type()) {
            case DoipType.HEADER_NACK -> {
                assertThat(message.payload()[0]).isBetween((byte) 0, (byte) 4);
                codes.add("header %02x".formatted(message.payload()[0]));
            }
            case DoipType.ROUTING_ACTIVATION_RESPONSE -> {
                assertThat(ACTIVATION_CODES).contains(message.code());
                codes.add("activation %02x".formatted(message.code()));
            }
            case DoipType.DIAGNOSTIC_NACK -> {
                assertThat(REFUSALS).contains(message.code());
                codes.add("refusal %02x".formatted(message.code()));
            }
            default -> {}
        }
    }

    private void assertServed(Caller healthy) {
        bench.bms.got.clear();
        bench.pass(10 * Nanos.SECOND);
        bench.bms.got.clear();
        healthy.heard();
        healthy.ask(EntityBench.BMS, "22f190");
        bench.bms.answer("62f19001");
        bench.pass(Nanos.MILLISECOND);
        assertThat(healthy.ended).isEmpty();
        assertThat(healthy.heard()).containsExactly("03fc80020000000510110eff00", "03fc80010000000810110eff62f19001");
    }

    private byte[] pdu() {
        byte[] good = HexFormat.of().parseHex(GOOD[(int) entropy.below(GOOD.length)]);
        return entropy.below(10) == 0 ? damaged(good) : good;
    }

    private byte[] datagram() {
        byte[] bytes =
                damaged(DoipMessage.of(TYPES[(int) entropy.below(TYPES.length)], entropy.bytes((int) entropy.below(20)))
                        .encode());
        return bytes.length < DoipMessage.HEADER ? new byte[DoipMessage.HEADER] : bytes;
    }

    private byte[] damaged(byte[] good) {
        byte[] bytes = good.clone();
        switch ((int) entropy.below(6)) {
            case 0 -> bytes[(int) entropy.below(bytes.length)] ^= (byte) (1 << entropy.below(8));
            case 1 -> bytes[(int) entropy.below(bytes.length)] = (byte) entropy.below(256);
            case 2 -> {
                int type = TYPES[(int) entropy.below(TYPES.length)];
                bytes[2] = (byte) (type >> 8);
                bytes[3] = (byte) type;
            }
            case 3 -> bytes[4 + (int) entropy.below(4)] = (byte) entropy.below(256);
            case 4 -> bytes = Arrays.copyOf(bytes, (int) entropy.below(bytes.length) + 1);
            default -> {
                for (int i = 8; i < bytes.length; i++) {
                    bytes[i] = (byte) entropy.below(256);
                }
            }
        }
        return bytes;
    }
}
