package dev.underpin.uds.server;

import java.util.List;

/** Where events that were started with the storage bit (service 0x86) survive a reset. */
public interface EventMemory {
    /** Forgets what it keeps. */
    EventMemory NONE = new EventMemory() {
        @Override
        public List<byte[]> stored() {
            return List.of();
        }

        @Override
        public void store(List<byte[]> requests) {}
    };

    /** The requests that set the stored events up. */
    List<byte[]> stored();

    /** Stores these in place of what was there. */
    void store(List<byte[]> requests);
}
