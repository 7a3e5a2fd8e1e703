package dev.underpin.uds.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.Unmatched.Reason;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A tester of three control units, which the test plays. */
class FunctionalClientTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final List<String> sent = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private final Map<String, Consumer<byte[]>> ears = new TreeMap<>();
    private final FunctionalClient all = new FunctionalClient(
            scheduler,
            new Link("all"),
            Map.of("BMS", new Link("BMS"), "VCU", new Link("VCU"), "GW", new Link("GW")),
            ClientTiming.STANDARD);

    FunctionalClientTest() {
        all.onUnmatched((ecu, message) -> unmatched.add(ecu + " " + message.reason()));
    }

    @Test
    void the_answers_of_all_are_collected_each_with_its_time_and_silence_is_no_error() {
        CompletableFuture<List<FunctionalAnswer>> future = ask("22F190");
        pass(3);
        say("VCU", "62F19001");
        pass(2);
        say("BMS", "7F2222");
        assertThat(future).isNotDone();
        pass(1000);

        List<FunctionalAnswer> answers = future.join();
        assertThat(answers).extracting(FunctionalAnswer::ecu).containsExactly("VCU", "BMS");
        assertThat(answers).extracting(it -> it.after() / Nanos.MILLISECOND).containsExactly(3L, 5L);
        assertThat(Objects.requireNonNull(answers.get(0).response()).record()).containsExactly(1);
        assertThat(Objects.requireNonNull(answers.get(1).error()).is(Nrc.CONDITIONS_NOT_CORRECT))
                .isTrue();
        assertThat(unmatched).isEmpty();
    }

    @Test
    void who_asks_to_wait_is_waited_for_alone() {
        CompletableFuture<List<FunctionalAnswer>> future = ask("3E00");
        say("GW", "7F3E78");
        pass(1500);
        say("VCU", "7E00");
        pass(4000);
        say("GW", "7E00");

        pass(600);
        assertThat(future.join()).extracting(FunctionalAnswer::ecu).containsExactly("GW");
        assertThat(unmatched).containsExactly("VCU LATE");
    }

    @Test
    void who_asks_to_wait_and_then_keeps_silent_has_failed() {
        CompletableFuture<List<FunctionalAnswer>> future = ask("3E00");
        say("GW", "7F3E78");
        pass(6001);

        assertThat(Objects.requireNonNull(future.join().getFirst().error()).kind())
                .isEqualTo(UdsError.Kind.TIMEOUT);
    }

    @Test
    void waiting_ends_after_25_seconds_in_total() {
        CompletableFuture<List<FunctionalAnswer>> future = ask("3E00");
        for (int i = 0; i < 40 && !future.isDone(); i++) {
            say("GW", "7F3E78");
            pass(1000);
        }

        assertThat(scheduler.now()).isBetween(25 * Nanos.SECOND, 26 * Nanos.SECOND);
        assertThat(Objects.requireNonNull(future.join().getFirst().error()).kind())
                .isEqualTo(UdsError.Kind.PENDING_TOO_LONG);
    }

    @Test
    void a_second_answer_a_foreign_one_and_one_too_early_are_not_believed() {
        CompletableFuture<List<FunctionalAnswer>> future = all.request(bytes("22F190"));
        say("BMS", "62F19001");
        left.run();
        say("BMS", "62F19101");
        say("BMS", "62F19001");
        say("BMS", "62F19002");
        pass(1001);
        say("BMS", "62F19002");

        assertThat(future.join()).hasSize(1);
        assertThat(unmatched)
                .containsExactly(
                        "BMS " + Reason.NOT_SENT,
                        "BMS " + Reason.OTHER,
                        "BMS " + Reason.SECOND,
                        "BMS " + Reason.NOTHING_ASKED);
    }

    @Test
    void one_request_is_outstanding_and_the_others_wait() {
        ask("3E00");
        all.request(bytes("22F190"));
        assertThat(sent).containsExactly("3E00");

        pass(1001);

        assertThat(sent).containsExactly("3E00", "22F190");
    }

    @Test
    void tester_present_goes_to_all_every_two_seconds() {
        all.keepAlive(true);
        pass(6500);
        all.keepAlive(false);
        pass(6000);

        assertThat(sent).containsExactly("3E80", "3E80", "3E80");
    }

    private Runnable left = () -> {};

    private CompletableFuture<List<FunctionalAnswer>> ask(String request) {
        CompletableFuture<List<FunctionalAnswer>> future = all.request(bytes(request));
        left.run();
        return future;
    }

    private void say(String ecu, String message) {
        Objects.requireNonNull(ears.get(ecu)).accept(bytes(message));
    }

    private void pass(long millis) {
        scheduler.runUntil(scheduler.now() + millis * Nanos.MILLISECOND);
    }

    private static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text);
    }

    private final class Link implements TesterLink {
        private final String name;

        Link(String name) {
            this.name = name;
        }

        @Override
        public void send(byte[] request, Runnable done, Consumer<String> failed) {
            sent.add(HexFormat.of().withUpperCase().formatHex(request));
            left = done;
        }

        @Override
        public void listen(Runnable started, Consumer<byte[]> message) {
            ears.put(name, message);
        }
    }
}
