package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.uds.client.UdsError;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;

/** Which vehicle the control units say that this is: before anything else is read, two of them have to hold the vehicle's own VIN. */
final class VinProof {
    private static final int VIN = 0xF190;
    private static final int PROOFS = 2;

    private final DiagnosticsParts parts;
    private final Iterator<String> ecus;

    private VinProof(DiagnosticsParts parts) {
        this.parts = parts;
        this.ecus = parts.access().ecus().iterator();
    }

    /** The VIN that the first control units that answer hold, if it is the vehicle's own; else fails with {@link WrongVehicle}. */
    static CompletableFuture<String> of(DiagnosticsParts parts) {
        return new VinProof(parts).more(PROOFS);
    }

    private CompletableFuture<String> more(int proofs) {
        String own = parts.cloud().identity().vin();
        if (proofs == 0 || (!ecus.hasNext() && proofs < PROOFS)) {
            return CompletableFuture.completedFuture(own);
        }
        if (!ecus.hasNext()) {
            return CompletableFuture.failedFuture(new WrongVehicle());
        }
        return parts.access()
                .client(ecus.next())
                .readDid(VIN)
                .handle((bytes, failure) -> failure == null ? told(bytes) : silent(failure))
                .thenCompose(vin -> vin.isEmpty()
                        ? more(proofs)
                        : vin.equals(own) ? more(proofs - 1) : CompletableFuture.failedFuture(new WrongVehicle()));
    }

    private static String told(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII).strip();
    }

    private static String silent(Throwable failure) {
        UdsError.in(failure);
        return "";
    }

    /** The control units say that this is another vehicle, or nothing. */
    static final class WrongVehicle extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
