package dev.underpin.defect;

import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.Transfer;
import java.nio.ByteBuffer;

/** Something in front of a download that passes everything on. */
abstract class TransferFront implements Transfer {
    private final Transfer real;

    TransferFront(Transfer real) {
        this.real = real;
    }

    @Override
    public Access access() {
        return real.access();
    }

    @Override
    public boolean covers(long address, long size) {
        return real.covers(address, size);
    }

    @Override
    public int requestDownload(long address, long size) {
        return real.requestDownload(address, size);
    }

    @Override
    public boolean accepts(int bytes) {
        return real.accepts(bytes);
    }

    @Override
    public void write(ByteBuffer data, Answer answer) {
        real.write(data, answer);
    }

    @Override
    public void exit(Answer answer) {
        real.exit(answer);
    }

    @Override
    public void abort() {
        real.abort();
    }
}
