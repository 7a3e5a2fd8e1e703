package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.Download;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Writes one image into one control unit (ISO 14229-1 and the maker's routines): identity, extended session, silence, precondition
 * routine, programming session, unlock, fingerprint, erase, transfer, check, dependencies. The new image is not started yet.
 */
final class EcuProgrammer {
    private static final int HARDWARE = 0xF191;
    private static final int FINGERPRINT = 0xF184;
    private static final int PRECONDITIONS = 0xF010;
    private static final int ERASE = 0xFF00;
    private static final int CHECK_IMAGE = 0x0202;
    private static final int CHECK_DEPENDENCIES = 0xFF01;
    private static final long ERASE_LIMIT = 120 * Nanos.SECOND;
    private static final long CHECK_LIMIT = 60 * Nanos.SECOND;
    private static final byte[] TOOL = "UNDERPIN-TCU0001".getBytes(StandardCharsets.US_ASCII);

    private final EcuAccess access;
    private final Target target;
    private final UdsClient client;

    EcuProgrammer(EcuAccess access, Target target) {
        this.access = access;
        this.target = target;
        this.client = access.client(target.ecu());
    }

    /**
     * Writes {@code image}.
     *
     * @param beforeErase the last word before the erase
     * @param progress gets the bytes written so far
     */
    CompletableFuture<Void> run(byte[] image, Supplier<Optional<Reason>> beforeErase, LongConsumer progress) {
        return identity()
                .thenCompose(done -> silence())
                .thenCompose(done -> routine(PRECONDITIONS, CHECK_LIMIT))
                .thenCompose(done -> client.session(Session.PROGRAMMING))
                .thenCompose(done -> access.unlock(target.ecu()))
                .thenCompose(done -> client.writeDid(FINGERPRINT, TOOL))
                .thenCompose(done -> erase(beforeErase))
                .thenCompose(done -> new Download(client).run(image, 0, progress))
                .thenCompose(done -> routine(CHECK_IMAGE, CHECK_LIMIT))
                .thenCompose(done -> routine(CHECK_DEPENDENCIES, CHECK_LIMIT));
    }

    private CompletableFuture<Void> identity() {
        return client.readDid(HARDWARE).thenCompose(answer -> {
            String hardware = new String(answer, StandardCharsets.US_ASCII).strip();
            return hardware.equals(target.hardware())
                    ? CompletableFuture.completedFuture(null)
                    : refused("expected hardware %s, found %s".formatted(target.hardware(), hardware));
        });
    }

    private CompletableFuture<Void> silence() {
        return client.session(Session.EXTENDED)
                .thenCompose(done -> regardless(client.dtcSetting(false)))
                .thenCompose(done -> regardless(client.communicationControl(3, 1)));
    }

    private CompletableFuture<Void> erase(Supplier<Optional<Reason>> beforeErase) {
        Optional<Reason> obstacle = beforeErase.get();
        if (obstacle.isPresent()) {
            return CompletableFuture.failedFuture(
                    new UpdateFailure(obstacle.get(), target.ecu() + " was about to be erased"));
        }
        byte[] range =
                ByteBuffer.allocate(8).putInt(0).putInt((int) target.length()).array();
        return routine(ERASE, ERASE_LIMIT, range);
    }

    private CompletableFuture<Void> routine(int rid, long limit, byte... options) {
        return client.startRoutine(rid, limit, options).thenCompose(status -> {
            int code = status.length == 0 ? 0 : status[0] & 0xff;
            String detail = "%s: routine 0x%04X ended with 0x%02X".formatted(target.ecu(), rid, code);
            return code == 0
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new UpdateFailure(reason(rid, code), detail));
        });
    }

    /** The preconditions tell by their status byte the response code that would refuse programming. */
    private static Reason reason(int rid, int code) {
        return rid == PRECONDITIONS ? Reason.ofRefusal(Nrc.of(code)) : Reason.INSTALLATION_FAILED;
    }

    private CompletableFuture<Void> refused(String detail) {
        return CompletableFuture.failedFuture(
                new UpdateFailure(Reason.INSTALLATION_FAILED, target.ecu() + ": " + detail));
    }
}
