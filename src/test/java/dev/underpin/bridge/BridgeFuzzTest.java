package dev.underpin.bridge;

import static dev.underpin.can.Fuzz.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.can.Fuzz;
import dev.underpin.can.Mutants;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.log.ErrorFrame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

class BridgeFuzzTest {
    private static final int COMMANDS_AT_ONCE = 50;
    private static final int MOST_FIELDS = 14;
    private static final Pattern ERROR = Pattern.compile("< error [^<>\\p{Cntrl}]+ >");
    private static final List<String> NAMES = List.of(
            "timestamp",
            "arbitration_id",
            "is_extended_id",
            "is_remote_frame",
            "is_error_frame",
            "channel",
            "dlc",
            "data",
            "is_fd",
            "bitrate_switch",
            "error_state_indicator",
            "is_rx");

    private interface Packing {
        void into(MessageBufferPacker packer) throws IOException;
    }

    private static byte[] packed(Packing packing) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packing.into(packer);
            return packer.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<byte[]> values() {
        List<byte[]> values = new ArrayList<>();
        for (long number :
                new long[] {0, 1, 8, 9, 15, 64, 65, 0x7FF, 0x800, 0x1FFF_FFFF, 0x2000_0000, -1, Long.MAX_VALUE}) {
            values.add(packed(packer -> packer.packLong(number)));
        }
        for (int length : new int[] {0, 1, 8, 9, 12, 64, 65}) {
            values.add(packed(packer -> packer.packBinaryHeader(length).writePayload(new byte[length])));
        }
        values.add(packed(packer -> packer.packNil()));
        values.add(packed(packer -> packer.packBoolean(true)));
        values.add(packed(packer -> packer.packBoolean(false)));
        values.add(packed(packer -> packer.packDouble(1e300)));
        values.add(packed(packer -> packer.packString("drive")));
        values.add(packed(packer -> packer.packArrayHeader(2).packNil().packNil()));
        values.add(packed(packer -> packer.packBinaryHeader(Integer.MAX_VALUE)));
        values.add(packed(packer -> packer.packRawStringHeader(Integer.MAX_VALUE)));
        values.add(packed(packer -> packer.packArrayHeader(Integer.MAX_VALUE)));
        values.add(packed(packer -> packer.packMapHeader(Integer.MAX_VALUE)));
        return values;
    }

    @Test
    void damaged_datagrams_are_frames_or_refusals_that_say_why() {
        List<byte[]> sound = RandomFrames.of(13, 50)
                .map(frame -> MulticastMessage.write(Instant.EPOCH, "drive", frame))
                .toList();
        List<byte[]> names = NAMES.stream()
                .map(name -> packed(packer -> packer.packString(name)))
                .toList();
        List<byte[]> values = values();
        List<byte[]> words = new ArrayList<>(names);
        words.addAll(values);
        Mutants mutants = Mutants.ofBytes(12, sound, words);

        long refused = Fuzz.run(
                ROUNDS,
                1,
                () -> mutants.once(3) ? map(mutants, names, values) : mutants.next(),
                BridgeFuzzTest::refusesDatagram);

        assertThat(refused).isBetween(1L, ROUNDS - 1L);
    }

    /** A map of fields with values of any kind; it mostly says how many there are. */
    private static byte[] map(Mutants mutants, List<byte[]> names, List<byte[]> values) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        int count = 0;
        while (count < MOST_FIELDS && !mutants.once(MOST_FIELDS)) {
            fields.writeBytes(mutants.any(names));
            fields.writeBytes(mutants.any(values));
            count++;
        }
        int told = mutants.once(8) ? count + 1 : count;
        ByteArrayOutputStream map = new ByteArrayOutputStream();
        map.writeBytes(packed(packer -> packer.packMapHeader(told)));
        map.writeBytes(fields.toByteArray());
        return map.toByteArray();
    }

    private static int refusesDatagram(byte[] datagram) {
        try {
            MulticastMessage.read(datagram);
            return 0;
        } catch (BadInput refused) {
            saysWhy(refused);
            return 1;
        }
    }

    private static void saysWhy(BadInput refused) {
        if (refused.why().isBlank() || refused.why().length() > 200) {
            throw new AssertionError("a refusal that does not say why", refused);
        }
    }

    @Test
    void damaged_commands_are_commands_or_refusals_that_say_why() {
        List<String> sound = new ArrayList<>(List.of("open drive", "rawmode", "echo"));
        for (CanFrame frame : RandomFrames.of(23, 50).toList()) {
            sound.add(SocketcandTextTest.asked(frame));
        }
        Mutants mutants = Mutants.ofText(
                22,
                sound,
                "send",
                "sendrtr",
                "fdsend",
                "open",
                "rawmode",
                "echo",
                "bcmmode",
                "7FF",
                "1FFFFFFF",
                "800",
                "64",
                "ü",
                "<",
                ">");

        long refused = Fuzz.run(ROUNDS, COMMANDS_AT_ONCE, () -> commands(mutants), BridgeFuzzTest::refusedCommands);

        assertThat(refused).isBetween(ROUNDS / 20L, ROUNDS * 2L);
    }

    @Test
    void damaged_messages_of_a_server_are_frames_or_refusals_that_say_why() {
        List<String> sound = RandomFrames.of(24, 50)
                .map(frame -> inside(SocketcandText.frame(Instant.EPOCH, frame)))
                .collect(Collectors.toCollection(ArrayList::new));
        sound.add(inside(SocketcandText.error(Instant.EPOCH, ErrorFrame.unknown())));
        Mutants mutants =
                Mutants.ofText(25, sound, "frame", "fdframe", "rtr", "error", "23.424242", "7FF", "800", "<", ">");

        long refused = Fuzz.run(ROUNDS, 1, mutants::next, BridgeFuzzTest::refusesShown);

        assertThat(refused).isBetween(ROUNDS / 20L, ROUNDS - 1L);
    }

    private static String inside(String message) {
        return message.substring(1, message.length() - 1);
    }

    private static int refusesShown(byte[] inside) {
        try {
            SocketcandShown.entry(new String(inside, StandardCharsets.ISO_8859_1), "drive");
            return 0;
        } catch (BadInput refused) {
            saysWhy(refused);
            return 1;
        }
    }

    private static byte[] commands(Mutants mutants) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < COMMANDS_AT_ONCE; i++) {
            stream.write('<');
            stream.writeBytes(mutants.next());
            stream.write('>');
        }
        return stream.toByteArray();
    }

    private static int refusedCommands(byte[] stream) throws IOException {
        CommandReader reader = new CommandReader(new ByteArrayInputStream(stream));
        int refused = 0;
        while (true) {
            try {
                Optional<String> inside = reader.next();
                if (inside.isEmpty()) {
                    return refused;
                }
                SocketcandText.command(inside.get());
            } catch (BadInput bad) {
                saysWhy(bad);
                if (!ERROR.matcher(SocketcandText.error(bad.why())).matches()) {
                    throw new AssertionError("a refusal that would break the protocol", bad);
                }
                refused++;
            }
        }
    }
}
