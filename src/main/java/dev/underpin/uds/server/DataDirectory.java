package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The data identifiers that can be read: those of the ECU and those that a tester has defined (0x2C), which last until a reset. */
final class DataDirectory {
    private static final int FIRST_DYNAMIC = 0xF200;
    private static final int LAST_DYNAMIC = 0xF3FF;
    private static final int HEADER = 3;

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final Map<Integer, List<Piece>> defined = new TreeMap<>();

    DataDirectory(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
        state.onReset(defined::clear);
    }

    static boolean isDynamic(int did) {
        return did >= FIRST_DYNAMIC && did <= LAST_DYNAMIC;
    }

    /** The identifier if the session has it for reading, else null; 0x33 or 0x34 when it is not open. */
    @Nullable
    DataIdentifier readable(int did) {
        DataIdentifier data = of(did);
        if (data == null || data.readAccess() == null || !state.available(data.readAccess())) {
            return null;
        }
        state.requireUnlocked(data.readAccess());
        return data;
    }

    /** As {@link #readable}, but 0x31 instead of null. */
    DataIdentifier required(int did) {
        DataIdentifier data = readable(did);
        if (data == null) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return data;
    }

    /** Whether {@code did} can still be sent when that many bytes are added to it. */
    boolean hasRoom(int did, int bytes) {
        return length(defined.getOrDefault(did, List.of())) + bytes + HEADER <= ecu.responseLimit();
    }

    /** Adds pieces behind those that {@code did} has. */
    void define(int did, List<Piece> pieces) {
        defined.computeIfAbsent(did, fresh -> new ArrayList<>()).addAll(pieces);
    }

    void forget(int did) {
        defined.remove(did);
    }

    void forgetAll() {
        defined.clear();
    }

    private @Nullable DataIdentifier of(int did) {
        List<Piece> pieces = defined.get(did);
        if (pieces == null) {
            return ecu.data(did);
        }
        return DataIdentifier.readOnly(did, "defined by the tester", length(pieces), () -> read(pieces));
    }

    private static int length(List<Piece> pieces) {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    private static byte[] read(List<Piece> pieces) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        pieces.forEach(piece -> data.writeBytes(piece.reader().get()));
        return data.toByteArray();
    }

    /**
     * A part of an identifier that a tester defined.
     *
     * @param length bytes
     * @param reader reads them; refuses as the source would when it is out of reach
     */
    record Piece(int length, Supplier<byte[]> reader) {}
}
