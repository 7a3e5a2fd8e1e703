package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.DataDirectory.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 0x2C: 01 defines an identifier of F200..F3FF from parts of others (identifier, position from 1, size), 02 from memory, 03 forgets
 * one or all. A second definition adds to the first.
 */
final class DefineDataService implements Service {
    private static final int BY_IDENTIFIER = 1;
    private static final int BY_MEMORY = 2;
    private static final int CLEAR = 3;
    private static final int HEADER = 4;
    private static final int SOURCE = 4;

    private final DataDirectory directory;
    private final MemoryMap memory;

    DefineDataService(DataDirectory directory, MemoryMap memory) {
        this.directory = directory;
        this.memory = memory;
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction >= BY_IDENTIFIER && subFunction <= CLEAR;
    }

    @Override
    public void check(Request request) {
        boolean clearsAll = request.subFunction() == CLEAR && request.length() == 2;
        if (clearsAll) {
            return;
        }
        request.requireAtLeast(HEADER);
        switch (request.subFunction()) {
            case CLEAR -> request.requireLength(HEADER);
            case BY_IDENTIFIER -> {
                boolean whole = request.length() > HEADER && (request.length() - HEADER) % SOURCE == 0;
                NegativeResponse.unless(whole, Nrc.INCORRECT_LENGTH);
            }
            default -> request.requireAtLeast(HEADER + 3);
        }
        NegativeResponse.unless(DataDirectory.isDynamic(request.word(2)), Nrc.OUT_OF_RANGE);
        int added = pieces(request).stream().mapToInt(Piece::length).sum();
        NegativeResponse.unless(directory.hasRoom(request.word(2), added), Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        if (request.length() == 2) {
            directory.forgetAll();
        } else if (request.subFunction() == CLEAR) {
            directory.forget(request.word(2));
        } else {
            directory.define(request.word(2), pieces(request));
        }
        reply.positive(Arrays.copyOfRange(request.message(), 2, Math.min(HEADER, request.length())));
    }

    private List<Piece> pieces(Request request) {
        return switch (request.subFunction()) {
            case BY_IDENTIFIER -> identifiers(request);
            case BY_MEMORY -> memories(request);
            default -> List.of();
        };
    }

    private List<Piece> identifiers(Request request) {
        List<Piece> pieces = new ArrayList<>();
        for (int index = HEADER; index < request.length(); index += SOURCE) {
            int source = request.word(index);
            int from = request.at(index + 2) - 1;
            int size = request.at(index + 3);
            DataIdentifier data = directory.required(source);
            boolean within = !DataDirectory.isDynamic(source) && from >= 0 && size > 0 && from + size <= data.length();
            NegativeResponse.unless(within, Nrc.OUT_OF_RANGE);
            pieces.add(new Piece(
                    size,
                    () -> Arrays.copyOfRange(directory.required(source).reader().get(), from, from + size)));
        }
        return pieces;
    }

    private List<Piece> memories(Request request) {
        List<Piece> pieces = new ArrayList<>();
        for (int index = HEADER + 1; index < request.length(); ) {
            MemoryAddress source = MemoryAddress.next(request, HEADER, index);
            memory.readable(source);
            pieces.add(
                    new Piece((int) source.size(), () -> memory.readable(source).read(source)));
            index = source.end();
        }
        return pieces;
    }
}
