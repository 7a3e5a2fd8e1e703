package dev.underpin.uds.server;

/** 0x23: address and size behind their format. */
final class ReadMemoryService implements Service {
    private final MemoryMap memory;

    ReadMemoryService(MemoryMap memory) {
        this.memory = memory;
    }

    @Override
    public void check(Request request) {
        memory.readable(address(request));
    }

    @Override
    public void serve(Request request, Reply reply) {
        MemoryAddress asked = address(request);
        reply.positive(memory.readable(asked).read(asked));
    }

    private static MemoryAddress address(Request request) {
        MemoryAddress asked = MemoryAddress.in(request, 1);
        request.requireLength(asked.end());
        return asked;
    }
}
