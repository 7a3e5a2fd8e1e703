package dev.underpin.uds.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.EcuDouble;
import dev.underpin.uds.Session;
import dev.underpin.uds.Wire;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.uds.server.UdsServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClientAndServerTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Wire wire = new Wire(scheduler);
    private final EcuDouble ecu = new EcuDouble();
    private final UdsServer server = new UdsServer(scheduler, wire.serverLink(), ecu, ServerTiming.STANDARD);
    private final UdsClient client = new UdsClient(scheduler, wire.testerLink(), ClientTiming.STANDARD);
    private final List<Long> progress = new ArrayList<>();

    @Test
    void an_identifier_is_read() {
        assertThat(got(client.readDid(0xF190))).isEqualTo(new byte[] {'V', 'I', 'N'});
    }

    @Test
    void a_level_is_unlocked_and_an_identifier_written() {
        got(client.session(Session.EXTENDED));
        got(client.securityAccess(1, EcuDouble::key));
        got(client.writeDid(0xF184, new byte[] {1, 2}));

        assertThat(server.unlockedLevel()).isEqualTo(1);
        assertThat(ecu.asked).contains("write [1, 2]");
    }

    @Test
    void a_level_that_is_unlocked_already_needs_no_key() {
        got(client.session(Session.EXTENDED));
        got(client.securityAccess(1, EcuDouble::key));

        got(client.securityAccess(1, seed -> {
            throw new AssertionError("no key needed");
        }));

        assertThat(server.unlockedLevel()).isEqualTo(1);
    }

    @Test
    void a_routine_is_started_stopped_and_asked() {
        got(client.session(Session.EXTENDED));

        assertThat(got(client.startRoutine(0x0203))).containsExactly(1);
        assertThat(got(client.stopRoutine(0x0203))).containsExactly(2);
        assertThat(got(client.routineResult(0x0203))).containsExactly(3);
    }

    @Test
    void trouble_codes_are_read_and_cleared() {
        assertThat(got(client.readDtcs(0x08))).containsExactly(new DtcRecord(0x0AA61A, 0x2F));
        got(client.clearDtc(DtcCode.ALL));

        assertThat(ecu.asked).containsExactly("clear");
    }

    @Test
    void a_snapshot_and_extended_data_are_read() {
        DtcSnapshot snapshot = got(client.snapshot(0x0AA61A, 1)).getFirst();

        assertThat(snapshot.dtc()).isEqualTo(new DtcRecord(0x0AA61A, 0x2F));
        assertThat(snapshot.record()).isEqualTo(1);
        assertThat(snapshot.identifiers()).isEqualTo(1);
        assertThat(snapshot.data()).containsExactly(0xDD, 0x01, 1, 2, 3);
        assertThat(got(client.snapshot(0xC11187, 1))).isEmpty();
        assertThat(got(client.extendedData(0x0AA61A, 2))).containsExactly(2, 5);
    }

    @Test
    void tester_present_keeps_a_session_that_would_fall_back() {
        got(client.session(Session.EXTENDED));
        client.keepAlive(true);
        scheduler.runUntil(Nanos.MINUTE);
        assertThat(server.session()).isEqualTo(Session.EXTENDED);

        client.keepAlive(false);
        scheduler.runUntil(Nanos.MINUTE + 10 * Nanos.SECOND);

        assertThat(server.session()).isEqualTo(Session.DEFAULT);
    }

    @Test
    void an_image_is_downloaded_block_by_block() {
        unlockForProgramming();

        got(new Download(client).run(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0x100, progress::add));

        assertThat(ecu.flash.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(progress).containsExactly(4L, 8L, 10L);
        assertThat(ecu.asked).contains("download 256 10").endsWith("exit");
    }

    @Test
    void a_range_of_an_image_is_downloaded() {
        unlockForProgramming();

        got(new Download(client).run(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 5, 0x100, progress::add));

        assertThat(ecu.flash.toByteArray()).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    void more_than_255_blocks_wrap_the_counter() {
        unlockForProgramming();
        byte[] image = new byte[4 * 600];

        got(new Download(client).run(image, 0, progress::add));

        assertThat(ecu.flash.size()).isEqualTo(image.length);
    }

    @Test
    void a_block_whose_answer_was_lost_is_sent_again_and_written_once() {
        unlockForProgramming();
        loseOnce(2);

        got(new Download(client).run(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, progress::add));

        assertThat(ecu.flash.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_block_whose_answer_was_lost_twice_ends_the_download() {
        unlockForProgramming();
        wire.lose(message -> (message[0] & 0xFF) == 0x76);

        CompletableFuture<TransferReport> end = new Download(client).run(new byte[] {1, 2, 3, 4}, 0, progress::add);
        scheduler.runUntil(scheduler.now() + 10 * Nanos.SECOND);

        assertThat(end).isCompletedExceptionally();
        assertThat(progress).isEmpty();
    }

    private void loseOnce(int counter) {
        AtomicInteger left = new AtomicInteger(1);
        wire.lose(message -> (message[0] & 0xFF) == 0x76 && message[1] == counter && left.getAndDecrement() > 0);
    }

    private void unlockForProgramming() {
        got(client.session(Session.EXTENDED));
        got(client.session(Session.PROGRAMMING));
        got(client.securityAccess(1, EcuDouble::key));
    }

    private <T> T got(CompletableFuture<T> future) {
        while (!future.isDone() && scheduler.step()) {
            assertThat(scheduler.now()).isLessThan(Nanos.HOUR);
        }
        return future.join();
    }
}
