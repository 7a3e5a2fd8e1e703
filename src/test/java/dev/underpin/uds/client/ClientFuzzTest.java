package dev.underpin.uds.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.underpin.can.Fuzz;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.TesterLink;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Mutated answers are thrown at a client: it never believes one that does not answer, never breaks, and always ends. */
class ClientFuzzTest implements TesterLink {
    private static final int MESSAGES = Fuzz.rounds(500_000);
    private static final int MOST_ANSWERS = 12;
    private static final long LONGEST = 45 * Nanos.SECOND;
    private static final String[] REQUESTS = {
        "22F190",
        "22F190F18C4910",
        "2EF1840102",
        "1003",
        "1083",
        "1101",
        "14FFFFFF",
        "19020D",
        "19040AA61A01",
        "2701",
        "270211223344",
        "280301",
        "2F49310301",
        "3101FF00",
        "31030203",
        "34004400000000000010",
        "3601AABBCC",
        "36FF00",
        "37",
        "3E00",
        "3E80",
        "8502",
        "3D140020000002AABB",
        "2C01F30149100102",
        "2C03",
        "23140020000004",
        "22",
        "3F",
        "BA",
        "7F",
        "290100",
        "380104312E7570",
        "84AABB",
        "8600",
        "2A0101",
        "87018F"
    };

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Entropy chance = new Entropy(20261121).fork("mutated answers");
    private Runnable firstFrame = () -> {};
    private Consumer<byte[]> client = message -> {};
    private long told;
    private int sent;

    @Override
    public void send(byte[] request, Runnable done, Consumer<String> failed) {
        sent++;
        done.run();
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        firstFrame = started;
        client = message;
    }

    @Test
    void no_mutated_answer_is_believed_that_does_not_answer_and_none_holds_the_client() {
        UdsClient uds = new UdsClient(scheduler, this, ClientTiming.STANDARD);
        uds.onUnmatched(message -> told++);
        int messages = 0;
        int believed = 0;
        while (messages < MESSAGES) {
            byte[] request = request();
            long began = scheduler.now();
            sent = 0;
            CompletableFuture<UdsResponse> future = uds.request(request);
            for (int i = 0; i < MOST_ANSWERS && !future.isDone(); i++) {
                byte[] answer = mutated(request);
                messages++;
                long before = told;
                client.accept(answer);
                judge(request, answer, future, told - before);
                scheduler.runUntil(scheduler.now() + chance.below(Nanos.SECOND));
                if (chance.below(16) == 0) {
                    firstFrame.run();
                }
            }
            believed += future.isDone() && !future.isCompletedExceptionally() ? 1 : 0;
            while (!future.isDone()) {
                if (!scheduler.step()) {
                    fail("no alarm ends " + HexFormat.of().formatHex(request));
                }
            }
            if (scheduler.now() - began > LONGEST || sent > 1 + ClientTiming.STANDARD.retries()) {
                fail("%s took %d ns, %d tries"
                        .formatted(HexFormat.of().formatHex(request), scheduler.now() - began, sent));
            }
        }
        assertThat(believed).as("right answers among the mutated ones").isGreaterThan(messages / 200);
    }

    /** Every message is believed, is a refusal of what was asked, or was told as unmatched. */
    private static void judge(byte[] request, byte[] answer, CompletableFuture<UdsResponse> future, long toldNow) {
        boolean refusal = answer.length == 3 && answer[0] == 0x7F && answer[1] == request[0];
        boolean held;
        if (toldNow > 0) {
            held = toldNow == 1 && !future.isDone();
        } else if (!future.isDone() || future.isCompletedExceptionally()) {
            held = refusal;
        } else {
            byte[] believed = future.join().message();
            held = believed.length == 0 || (believed == answer && answers(request, answer));
        }
        if (!held) {
            fail("%s got %s"
                    .formatted(HexFormat.of().formatHex(request), HexFormat.of().formatHex(answer)));
        }
    }

    /** The rule of ISO 14229-1, written down once more: what a positive answer repeats of its request. */
    private static boolean answers(byte[] request, byte[] answer) {
        if (answer.length == 0 || answer[0] == 0x7F || (answer[0] & 0xFF) != (request[0] & 0xFF) + 0x40) {
            return false;
        }
        int sid = request[0] & 0xFF;
        int[] repeated = switch (sid) {
            case 0x10, 0x11, 0x19, 0x27, 0x28, 0x29, 0x3E, 0x85, 0x86, 0x87, 0x36, 0x38 -> new int[] {1};
            case 0x24, 0x2E -> new int[] {1, 2};
            case 0x2F, 0x31 -> new int[] {1, 2, 3};
            case 0x2C -> request.length > 2 ? new int[] {1, 2, 3} : new int[] {1};
            case 0x3D -> new int[] {1, 2, 3, 4, 5, 6};
            default -> new int[0];
        };
        if (sid == 0x22) {
            for (int i = 1; i + 1 < request.length; i += 2) {
                if (answer.length > 2 && request[i] == answer[1] && request[i + 1] == answer[2]) {
                    return true;
                }
            }
            return false;
        }
        boolean subFunction = Arrays.binarySearch(
                        new int[] {0x10, 0x11, 0x19, 0x27, 0x28, 0x29, 0x2C, 0x31, 0x3E, 0x85, 0x86, 0x87}, sid)
                >= 0;
        for (int at : repeated) {
            int mask = at == 1 && subFunction ? 0x7F : 0xFF;
            if (at >= answer.length || at >= request.length || ((request[at] ^ answer[at]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A right answer, a refusal or 0x78, of this request or another, with bits inverted, cut, lengthened, doubled or of chance. */
    private byte[] mutated(byte[] request) {
        byte[] about = chance.below(4) == 0 ? request() : request;
        byte[] answer = switch ((int) chance.below(5)) {
            case 0 -> new byte[] {0x7F, about[0], (byte) chance.below(256)};
            case 1 -> new byte[] {0x7F, about[0], 0x78};
            case 2 -> new byte[] {0x7F, about[0], 0x21};
            default -> positive(about);
        };
        return switch ((int) chance.below(7)) {
            case 0 -> flipped(answer);
            case 1 -> Arrays.copyOf(answer, (int) chance.below(answer.length + 1));
            case 2 -> Arrays.copyOf(answer, answer.length + (int) chance.below(70));
            case 3 -> chance.bytes((int) chance.below(20));
            case 4 -> flipped(flipped(answer));
            default -> answer;
        };
    }

    private byte[] request() {
        return HexFormat.of().parseHex(REQUESTS[(int) chance.below(REQUESTS.length)]);
    }

    private static byte[] positive(byte[] request) {
        byte[] answer = Arrays.copyOf(request, request.length + 1);
        answer[0] += 0x40;
        return answer;
    }

    private byte[] flipped(byte[] message) {
        if (message.length > 0) {
            message[(int) chance.below(message.length)] ^= (byte) (1 << chance.below(8));
        }
        return message;
    }
}
