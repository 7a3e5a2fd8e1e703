package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.nio.ByteBuffer;

/** 0x34: data format, then address and size. Neither compression nor encryption is supported. */
final class DownloadService implements Service {
    private static final int FORMAT = 2;

    private final EcuDiagnostics ecu;
    private final ServerState state;

    DownloadService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    @Override
    public void check(Request request) {
        MemoryAddress asked = address(request);
        Transfer transfer = ecu.transfer();
        boolean covered = asked.size() > 0 && transfer.covers(asked.address(), asked.size());
        NegativeResponse.unless(covered && state.available(transfer.access()), Nrc.OUT_OF_RANGE);
        state.requireUnlocked(transfer.access());
        NegativeResponse.unless(state.transfer() == null, Nrc.CONDITIONS_NOT_CORRECT);
    }

    @Override
    public void serve(Request request, Reply reply) {
        MemoryAddress asked = address(request);
        int blockLength = ecu.transfer().requestDownload(asked.address(), asked.size());
        state.transfer(new ActiveTransfer(new ProgramEnd(ecu), blockLength, asked.size()));
        reply.positive(blockLength(blockLength));
    }

    /** The address of a request of 0x34 or 0x35. */
    static MemoryAddress address(Request request) {
        request.requireAtLeast(FORMAT + 3);
        NegativeResponse.unless(request.at(1) == 0, Nrc.OUT_OF_RANGE);
        MemoryAddress address = MemoryAddress.in(request, FORMAT);
        request.requireLength(address.end());
        return address;
    }

    /** The longest block in four bytes behind their number. */
    static byte[] blockLength(int bytes) {
        return ByteBuffer.allocate(1 + Integer.BYTES)
                .put((byte) (Integer.BYTES << 4))
                .putInt(bytes)
                .array();
    }

    /** Blocks go into the ECU's program memory. */
    private record ProgramEnd(EcuDiagnostics ecu) implements TransferEnd {
        @Override
        public boolean upload() {
            return false;
        }

        @Override
        public boolean accepts(int bytes) {
            return ecu.transfer().accepts(bytes);
        }

        @Override
        public void block(ByteBuffer data, Answer answer) {
            ecu.transfer().write(data, answer);
        }

        @Override
        public void exit(Answer answer) {
            ecu.transfer().exit(answer);
        }

        @Override
        public void abort() {
            ecu.transfer().abort();
        }
    }
}
