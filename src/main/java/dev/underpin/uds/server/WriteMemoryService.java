package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.Arrays;

/** 0x3D: address and size behind their format, then the data; the answer repeats format, address and size. */
final class WriteMemoryService implements Service {
    private final MemoryMap memory;

    WriteMemoryService(MemoryMap memory) {
        this.memory = memory;
    }

    @Override
    public void check(Request request) {
        MemoryAddress asked = MemoryAddress.in(request, 1);
        NegativeResponse.unless(request.length() - asked.end() == asked.size(), Nrc.INCORRECT_LENGTH);
        memory.writable(asked);
    }

    @Override
    public void serve(Request request, Reply reply) {
        MemoryAddress asked = MemoryAddress.in(request, 1);
        MemoryRange range = memory.writable(asked);
        int offset = (int) (asked.address() - range.address());
        NegativeResponse.unlessPositive(range.memory().write(offset, request.from(asked.end())));
        reply.positive(Arrays.copyOfRange(request.message(), 1, asked.end()));
    }
}
