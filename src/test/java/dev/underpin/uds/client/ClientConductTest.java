package dev.underpin.uds.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.Unmatched.Reason;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client before an ECU and a transport that the test plays: a request has left when the test says so. */
class ClientConductTest implements TesterLink {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final List<String> sent = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private final List<ExchangeReport> reports = new ArrayList<>();
    private Runnable firstFrame = () -> {};
    private Consumer<byte[]> client = message -> {};
    private Runnable left = () -> {};
    private final UdsClient uds = new UdsClient(scheduler, this, ClientTiming.STANDARD);

    ClientConductTest() {
        uds.onUnmatched(unmatched::add);
        uds.onExchange(reports::add);
    }

    @Override
    public void send(byte[] request, Runnable done, Consumer<String> failed) {
        sent.add(HexFormat.of().withUpperCase().formatHex(request));
        left = done;
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        firstFrame = started;
        client = message;
    }

    @ParameterizedTest(name = "{0}: {1} but not {2}")
    @CsvSource({
        "2F49310301, 6F49310301, 6F49310001",
        "3D140020000002AABB, 7D140020000002, 7D140020000102",
        "2C01F30149100102, 6C01F301, 6C01F302",
        "24F190, 64F190, 64F191",
        "380104312E7570, 7801, 7802"
    })
    void services_that_repeat_more_have_to_repeat_it_all(String request, String answer, String other) {
        CompletableFuture<UdsResponse> future = ask(request);
        answer(other);
        assertThat(future).isNotDone();

        answer(answer);

        assertThat(future).isCompleted();
    }

    @Test
    void an_answer_that_comes_before_the_request_has_left_is_not_believed() {
        CompletableFuture<UdsResponse> future = uds.request(bytes("22F190"));
        answer("62F19001");
        assertThat(future).isNotDone();
        assertThat(unmatched).extracting(Unmatched::reason).containsExactly(Reason.NOT_SENT);

        left.run();
        answer("62F19002");

        assertThat(future.join().record()).containsExactly(2);
    }

    @Test
    void between_two_tries_nothing_is_believed() {
        CompletableFuture<UdsResponse> future = ask("22F190");
        answer("7F2221");

        answer("62F19001");

        assertThat(future).isNotDone();
        assertThat(unmatched).extracting(Unmatched::reason).containsExactly(Reason.NOT_SENT);
    }

    @Test
    void what_is_not_believed_is_told_with_moment_and_reason() {
        answer("6201");
        ask("22F190");
        answer("6EF190");
        pass(2 * Nanos.SECOND);
        answer("62F19001");
        ask("3E00");
        answer("62F19001");
        answer("50030032");

        assertThat(unmatched)
                .extracting(Unmatched::reason)
                .containsExactly(Reason.NOTHING_ASKED, Reason.OTHER, Reason.LATE, Reason.LATE, Reason.OTHER);
        assertThat(unmatched).extracting(Unmatched::at).endsWith(2 * Nanos.SECOND);
    }

    @Test
    void a_storm_of_first_frames_does_not_hold_a_client_for_ever() {
        CompletableFuture<UdsResponse> future = ask("19020D");
        for (int i = 0; i < 100; i++) {
            firstFrame.run();
            pass(500 * Nanos.MILLISECOND);
        }

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.TIMEOUT);
        assertThat(reports.getFirst().ended()).isLessThanOrEqualTo(7 * Nanos.SECOND);
    }

    @Test
    void nor_does_a_storm_of_0x78_at_a_thousand_a_second() {
        CompletableFuture<UdsResponse> future = ask("3101FF00");
        for (int i = 0; i < 30_000; i++) {
            answer("7F3178");
            pass(Nanos.MILLISECOND);
        }

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.PENDING_TOO_LONG);
        assertThat(reports.getFirst().ended()).isEqualTo(25 * Nanos.SECOND);
    }

    @Test
    void nor_do_0x78_0x21_and_first_frames_in_turn() {
        CompletableFuture<UdsResponse> future = ask("22F190");
        long began = scheduler.now();
        while (!future.isDone() && scheduler.now() < Nanos.HOUR) {
            left.run();
            answer("7F2278");
            firstFrame.run();
            answer("7F2221");
            pass(200 * Nanos.MILLISECOND);
        }

        assertThat(future).isCompletedExceptionally();
        assertThat(scheduler.now() - began).isLessThan(35 * Nanos.SECOND);
    }

    @Test
    void a_slow_ecu_says_so_in_its_answer_to_0x10_and_is_given_the_time() {
        ask("1003");
        answer("500309C403E8");
        CompletableFuture<UdsResponse> future = ask("22F190");
        pass(2540 * Nanos.MILLISECOND);
        assertThat(future).isNotDone();
        answer("7F2278");
        pass(10_040 * Nanos.MILLISECOND);
        assertThat(future).isNotDone();

        pass(11 * Nanos.MILLISECOND);

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.TIMEOUT);
    }

    @Test
    void and_a_quick_one_costs_no_patience() {
        ask("1003");
        answer("500300010001");
        CompletableFuture<UdsResponse> future = ask("22F190");

        pass(999 * Nanos.MILLISECOND);

        assertThat(future).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "10", "BA", "7F", "FF00", "19", "3D", "2C", "2F", "31", "3E"})
    void any_bytes_are_sent_as_they_are_and_their_refusal_told(String request) {
        CompletableFuture<UdsResponse> future = ask(request);
        assertThat(sent).containsExactly(request);

        answer("7F" + request.substring(0, 2) + "13");

        assertThat(error(future).is(Nrc.INCORRECT_LENGTH)).isTrue();
    }

    @Test
    void the_refusal_of_3F_is_no_positive_answer_although_it_begins_like_one() {
        CompletableFuture<UdsResponse> future = ask("3F");

        answer("7F3F11");

        assertThat(error(future).is(Nrc.SERVICE_NOT_SUPPORTED)).isTrue();
    }

    @Test
    void but_not_none() {
        assertThatThrownBy(() -> uds.request()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_without_a_byte_is_no_value() {
        CompletableFuture<byte[]> future = uds.readDid(0xF190);
        left.run();

        answer("62F190");

        assertThat(error(future).kind()).isEqualTo(UdsError.Kind.MALFORMED);
    }

    @Test
    void each_phase_of_a_request_is_timed() {
        ask("3E00");
        uds.request(bytes("19020D"));
        pass(5 * Nanos.MILLISECOND);
        answer("7E00");
        pass(2 * Nanos.MILLISECOND);
        left.run();
        pass(20 * Nanos.MILLISECOND);
        answer("7F1978");
        pass(Nanos.SECOND);
        firstFrame.run();
        pass(30 * Nanos.MILLISECOND);
        answer("590200");

        ExchangeReport report = reports.get(1);
        assertThat(List.of(report.asked(), report.begun(), report.sent(), report.reacted(), report.ended()))
                .extracting(at -> at / Nanos.MILLISECOND)
                .containsExactly(0L, 5L, 7L, 27L, 1057L);
        assertThat(report.reaction()).isEqualTo(20 * Nanos.MILLISECOND);
        assertThat(report.whole()).isEqualTo(1052 * Nanos.MILLISECOND);
        assertThat(report.pendings()).isEqualTo(1);
        assertThat(report.error()).isNull();
    }

    @Test
    void retries_and_errors_are_reported() {
        ask("22F190");
        answer("7F2294");
        pass(200 * Nanos.MILLISECOND);
        left.run();
        pass(3 * Nanos.MILLISECOND);
        answer("7F2231");

        ExchangeReport report = reports.getFirst();
        assertThat(report.busies()).isEqualTo(1);
        assertThat(report.reaction()).isEqualTo(3 * Nanos.MILLISECOND);
        assertThat(String.valueOf(report.error())).contains("request out of range");
    }

    @Test
    void a_download_tells_its_rate() {
        CompletableFuture<TransferReport> future = new Download(uds).run(new byte[25], 0, bytes -> {});
        turn("74100C");
        turn("7601");
        turn("7602");
        turn("7603");
        turn("77");

        TransferReport report = future.join();
        assertThat(report.blocks()).isEqualTo(3);
        assertThat(report.blockLength()).isEqualTo(12);
        assertThat(report.bytesPerSecond()).isEqualTo(10.0);
    }

    private void turn(String answer) {
        left.run();
        pass(Nanos.SECOND / 2);
        answer(answer);
    }

    private CompletableFuture<UdsResponse> ask(String request) {
        CompletableFuture<UdsResponse> future = uds.request(bytes(request));
        left.run();
        return future;
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
        return HexFormat.of().parseHex(text);
    }
}
