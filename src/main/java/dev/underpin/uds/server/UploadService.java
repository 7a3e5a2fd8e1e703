package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.nio.ByteBuffer;

/** 0x35: what 0x23 could read, block by block. */
final class UploadService implements Service {
    private static final int LONGEST_BLOCK = 4095;

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final MemoryMap memory;

    UploadService(EcuDiagnostics ecu, ServerState state, MemoryMap memory) {
        this.ecu = ecu;
        this.state = state;
        this.memory = memory;
    }

    @Override
    public void check(Request request) {
        memory.readable(DownloadService.address(request));
        NegativeResponse.unless(state.transfer() == null, Nrc.CONDITIONS_NOT_CORRECT);
    }

    @Override
    public void serve(Request request, Reply reply) {
        MemoryAddress asked = DownloadService.address(request);
        NegativeResponse.unlessPositive(memory.readable(asked).memory().upload());
        int blockLength = Math.min(LONGEST_BLOCK, ecu.responseLimit());
        ReadEnd end = new ReadEnd(memory.readable(asked).read(asked));
        state.transfer(new ActiveTransfer(end, blockLength, asked.size()));
        reply.positive(DownloadService.blockLength(blockLength));
    }

    /** Blocks come from bytes as they were when the transfer began. */
    static final class ReadEnd implements TransferEnd {
        private final ByteBuffer content;

        ReadEnd(byte[] content) {
            this.content = ByteBuffer.wrap(content);
        }

        @Override
        public boolean upload() {
            return true;
        }

        @Override
        public void block(ByteBuffer data, Answer answer) {
            byte[] block = new byte[data.remaining()];
            content.get(block);
            answer.positive(block);
        }

        @Override
        public void exit(Answer answer) {
            answer.positive();
        }

        @Override
        public void abort() {
            content.clear();
        }
    }
}
