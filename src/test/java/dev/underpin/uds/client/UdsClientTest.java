package dev.underpin.uds.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.TesterLink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client before an ECU that the test plays. */
class UdsClientTest implements TesterLink {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final List<String> sent = new ArrayList<>();
    private final List<Long> sentAt = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private Consumer<byte[]> client = message -> {};
    private boolean broken;
    private final UdsClient uds = new UdsClient(scheduler, this, ClientTiming.STANDARD);

    UdsClientTest() {
        uds.onUnmatched(it -> unmatched.add(hex(it.message())));
    }

    @Override
    public void send(byte[] request, Runnable done, Consumer<String> failed) {
        sent.add(hex(request));
        sentAt.add(scheduler.now() / Nanos.MILLISECOND);
        if (broken) {
            failed.accept("N_TIMEOUT_Bs");
        } else {
            done.run();
        }
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        client = message;
    }

    @Test
    void a_request_to_read_that_nobody_answered_is_asked_again_so_often() {
        UdsClient patient = new UdsClient(scheduler, this, ClientTiming.STANDARD.repeating(2));
        CompletableFuture<byte[]> future = patient.readDid(0xF190);
        scheduler.runUntil(2500 * Nanos.MILLISECOND);
        assertThat(sent).containsExactly("22 F1 90", "22 F1 90", "22 F1 90");

        answer("62 F1 90 07");

        assertThat(future).isCompletedWithValueMatching(data -> hex(data).equals("07"));
    }

    @Test
    void what_nobody_wants_any_more_is_not_sent_nor_repeated_and_what_others_ask_is() {
        UdsClient patient = new UdsClient(scheduler, this, ClientTiming.STANDARD.repeating(2));
        List<String> wanted = new ArrayList<>(List.of("yes"));
        UdsClient passing = patient.wanted(() -> !wanted.isEmpty());
        CompletableFuture<byte[]> lost = passing.readDid(0xF190);
        CompletableFuture<byte[]> waiting = passing.readDid(0xF195);
        CompletableFuture<byte[]> other = patient.readDid(0xF191);
        wanted.clear();
        scheduler.runUntil(1500 * Nanos.MILLISECOND);
        answer("62 F1 91 07");

        assertThat(sent).containsExactly("22 F1 90", "22 F1 91");
        assertThat(lost).isCompletedExceptionally();
        assertThat(waiting).isCompletedExceptionally();
        assertThat(other).isCompletedWithValueMatching(data -> hex(data).equals("07"));
    }

    @Test
    void a_request_to_read_that_could_not_be_sent_is_sent_again_once() {
        UdsClient patient = new UdsClient(scheduler, this, ClientTiming.STANDARD.repeating(1));
        broken = true;
        CompletableFuture<byte[]> future = patient.readDid(0xF190);

        assertThat(sent).containsExactly("22 F1 90", "22 F1 90");
        assertThat(future).isCompletedExceptionally();
    }

    @Test
    void whoever_has_to_learn_of_each_silence_asks_once_while_others_repeat() {
        UdsClient patient = new UdsClient(scheduler, this, ClientTiming.STANDARD.repeating(1));
        CompletableFuture<byte[]> once = patient.once().readDid(0xF190);
        CompletableFuture<byte[]> again = patient.readDid(0xF195);
        scheduler.runUntil(5 * Nanos.SECOND);

        assertThat(sent).containsExactly("22 F1 90", "22 F1 95", "22 F1 95");
        assertThat(once).isCompletedExceptionally();
        assertThat(again).isCompletedExceptionally();
    }

    @Test
    void a_request_that_does_something_is_asked_once() {
        UdsClient patient = new UdsClient(scheduler, this, ClientTiming.STANDARD.repeating(2));
        CompletableFuture<UdsResponse> future = patient.ecuReset(1);
        scheduler.runUntil(5 * Nanos.SECOND);

        assertThat(sent).containsExactly("11 01");
        assertThat(future).isCompletedExceptionally();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "22 F1 90, 62 F1 90 01",
        "2E F1 84 00, 6E F1 84",
        "10 03, 50 03 00 32 01 F4",
        "27 01, 67 01 11 22",
        "31 01 FF 00, 71 01 FF 00 00",
        "36 07 01 02, 76 07",
        "14 FF FF FF, 54",
        "34 00 11 00 01, 74 10 06",
        "85 82, C5 02",
        "22 F1 90 F1 8C, 62 F1 8C 07"
    })
    void an_answer_that_repeats_the_request_is_believed(String request, String answer) {
        CompletableFuture<UdsResponse> future = uds.request(bytes(request));

        answer(answer);

        assertThat(future)
                .isCompletedWithValueMatching(
                        response -> hex(response.message()).equals(answer));
        assertThat(unmatched).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "22 F1 90, 62 F1 91 01",
        "22 F1 90, 62 F1",
        "2E F1 84 00, 62 F1 84",
        "10 03, 50 01 00 32 01 F4",
        "27 01, 67 03 11 22",
        "31 01 FF 00, 71 01 FF 01 00",
        "36 07 01 02, 76 06",
        "22 F1 90, 7F 2E 31",
        "22 F1 90, 7F 22"
    })
    void any_other_answer_is_not(String request, String answer) {
        CompletableFuture<UdsResponse> future = uds.request(bytes(request));

        answer(answer);

        assertThat(future).isNotDone();
        assertThat(unmatched).containsExactly(answer);
    }

    @Test
    void an_answer_that_comes_too_late_is_not_believed() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("22 F1 90"));
        pass(1001 * Nanos.MILLISECOND);

        answer("62 F1 90 01");

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.TIMEOUT);
        assertThat(unmatched).containsExactly("62 F1 90 01");
    }

    @Test
    void one_request_is_outstanding_and_the_others_wait() {
        uds.request(bytes("22 F1 90"));
        uds.request(bytes("22 F1 8C"));
        assertThat(sent).containsExactly("22 F1 90");

        answer("62 F1 90 01");

        assertThat(sent).containsExactly("22 F1 90", "22 F1 8C");
    }

    @Test
    void a_refusal_names_its_code() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("2E F1 84 00"));

        answer("7F 2E 33");

        assertThat(error(future).is(Nrc.SECURITY_ACCESS_DENIED)).isTrue();
        assertThat(error(future)).hasMessage("service 0x2E refused: 0x33 security access denied");
    }

    @Test
    void response_pending_is_waited_for_up_to_p2_star_each_time() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("31 01 FF 00"));
        for (int i = 0; i < 4; i++) {
            answer("7F 31 78");
            pass(5 * Nanos.SECOND);
        }
        answer("71 01 FF 00 00");

        assertThat(future).isCompleted();
    }

    @Test
    void response_pending_ends_after_25_seconds_in_total() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("31 01 FF 00"));
        for (int i = 0; i < 24; i++) {
            answer("7F 31 78");
            pass(Nanos.SECOND);
        }
        assertThat(future).isNotDone();

        pass(1001 * Nanos.MILLISECOND);

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.PENDING_TOO_LONG);
    }

    @Test
    void a_request_may_bring_more_patience() {
        CompletableFuture<byte[]> future = uds.startRoutine(0xFF00, 60 * Nanos.SECOND);
        for (int i = 0; i < 50; i++) {
            answer("7F 31 78");
            pass(Nanos.SECOND);
        }

        assertThat(future).isNotDone();
    }

    @Test
    void silence_after_response_pending_is_a_timeout() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("31 01 FF 00"));
        answer("7F 31 78");
        pass(6001 * Nanos.MILLISECOND);

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7F 22 21", "7F 22 94"})
    void a_busy_ecu_is_asked_again_every_200_milliseconds(String busy) {
        CompletableFuture<UdsResponse> future = uds.request(bytes("22 F1 90"));
        for (int i = 0; i < 3; i++) {
            answer(busy);
            pass(200 * Nanos.MILLISECOND);
        }
        answer("62 F1 90 01");

        assertThat(future).isCompleted();
        assertThat(sentAt).containsExactly(0L, 200L, 400L, 600L);
    }

    @Test
    void but_not_for_ever() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("22 F1 90"));
        for (int i = 0; i <= ClientTiming.STANDARD.retries(); i++) {
            answer("7F 22 21");
            pass(200 * Nanos.MILLISECOND);
        }

        assertThat(error(future).is(Nrc.BUSY_REPEAT_REQUEST)).isTrue();
        assertThat(sent).hasSize(1 + ClientTiming.STANDARD.retries());
    }

    @Test
    void a_transport_that_fails_says_why_and_the_next_request_goes_on() {
        broken = true;
        CompletableFuture<UdsResponse> first = uds.request(bytes("22 F1 90"));
        broken = false;
        uds.request(bytes("22 F1 8C"));

        assertThat(error(first).kind()).isEqualTo(UdsError.Kind.TRANSPORT);
        assertThat(error(first)).hasMessageContaining("N_TIMEOUT_Bs");
        assertThat(sent).hasSize(2);
    }

    @Test
    void a_suppressed_request_without_answer_has_succeeded_after_p2() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("10 83"));
        assertThat(future).isNotDone();

        pass(1001 * Nanos.MILLISECOND);

        assertThat(future).isCompletedWithValueMatching(response -> response.message().length == 0);
    }

    @Test
    void a_suppressed_request_can_be_refused() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("10 83"));

        answer("7F 10 22");

        assertThat(error(future).is(Nrc.CONDITIONS_NOT_CORRECT)).isTrue();
    }

    @Test
    void tester_present_fills_the_quiet_times_only() {
        uds.keepAlive(true);
        pass(1500 * Nanos.MILLISECOND);
        uds.request(bytes("22 F1 90"));
        answer("62 F1 90 01");
        pass(4200 * Nanos.MILLISECOND);
        uds.keepAlive(false);
        pass(10 * Nanos.SECOND);

        assertThat(sent).containsExactly("22 F1 90", "3E 80", "3E 80");
        assertThat(sentAt).containsExactly(1500L, 3500L, 5500L);
    }

    @Test
    void a_closed_client_fails_what_waits() {
        CompletableFuture<UdsResponse> first = uds.request(bytes("22 F1 90"));
        CompletableFuture<UdsResponse> second = uds.request(bytes("22 F1 8C"));

        uds.close();

        assertThat(error(first).kind()).isEqualTo(UdsError.Kind.CLOSED);
        assertThat(error(second).kind()).isEqualTo(UdsError.Kind.CLOSED);
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_list_of_trouble_codes_that_is_cut_short_is_malformed() {
        CompletableFuture<?> future = uds.readDtcs(0xFF);

        answer("59 02 FF 0A A6 1A");

        assertThatThrownBy(future::get).hasRootCauseInstanceOf(UdsError.class).hasMessageContaining("list");
    }

    private void answer(String message) {
        client.accept(bytes(message));
    }

    private void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    private static UdsError error(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return UdsError.in(future.exceptionNow());
    }

    private static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String hex(byte[] message) {
        return HexFormat.of().withUpperCase().withDelimiter(" ").formatHex(message);
    }
}
