package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.DtcStatus;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.EcuAccess;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks control units what they are and what troubles them. */
final class EcuReader {
    private static final int HARDWARE = 0xF191;
    private static final int SERIAL = 0xF18C;
    private static final int VERSION = 0xF195;
    private static final int IMAGE_DIGEST = 0xF1A0;
    private static final int RELEASE_COUNTER = 0xF1A1;

    private final EcuAccess access;

    EcuReader(EcuAccess access) {
        this.access = access;
    }

    /** Those of {@code ecus} that answer, by name. */
    CompletableFuture<Map<String, Installed>> identifyAll(List<String> ecus) {
        Map<String, Installed> found = new LinkedHashMap<>();
        return inOrder(ecus, ecu -> regardless(identify(ecu).thenAccept(unit -> found.put(ecu, unit))))
                .thenApply(done -> found);
    }

    /** What one control unit says of itself; fails with {@link UdsError} when it is silent. */
    CompletableFuture<Installed> identify(String ecu) {
        UdsClient client = access.client(ecu);
        return connected(client)
                .thenCompose(hardware -> orNothing(client, SERIAL)
                        .thenCompose(serial -> orNothing(client, VERSION)
                                .thenCompose(version -> orNothing(client, IMAGE_DIGEST)
                                        .thenCompose(digest -> orNothing(client, RELEASE_COUNTER)
                                                .thenApply(counter -> new Installed(
                                                        ecu,
                                                        ascii(hardware),
                                                        ascii(serial),
                                                        ascii(version),
                                                        HexFormat.of().formatHex(digest),
                                                        new BigInteger(1, counter).longValue()))))));
    }

    /** Trouble codes that fail or are confirmed, of all control units that answer, as {@code ECU code}. */
    CompletableFuture<Set<String>> faults() {
        Set<String> found = new LinkedHashSet<>();
        return inOrder(
                        access.ecus(),
                        ecu -> regardless(access.client(ecu)
                                .readDtcs(DtcStatus.TEST_FAILED | DtcStatus.CONFIRMED)
                                .thenAccept(codes -> codes.forEach(it -> found.add(named(ecu, it))))))
                .thenApply(done -> found);
    }

    /** A control unit that lost its power since it was last asked resets the old connection; the next request opens a new one. */
    private static CompletableFuture<byte[]> connected(UdsClient client) {
        return client.readDid(HARDWARE).exceptionallyCompose(failure -> {
            UdsError error = UdsError.in(failure);
            return error.kind() == UdsError.Kind.TRANSPORT
                    ? client.readDid(HARDWARE)
                    : CompletableFuture.failedFuture(error);
        });
    }

    /** A boot loader without application refuses some of them. */
    private static CompletableFuture<byte[]> orNothing(UdsClient client, int did) {
        return client.readDid(did).exceptionally(failure -> {
            UdsError error = UdsError.in(failure);
            if (error.kind() == UdsError.Kind.NEGATIVE) {
                return new byte[0];
            }
            throw new CompletionException(error);
        });
    }

    private static String named(String ecu, DtcRecord code) {
        return ecu + " " + DtcCode.text(code.code());
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).strip();
    }
}
