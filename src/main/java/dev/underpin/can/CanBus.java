package dev.underpin.can;

/** One bus: a medium to which nodes attach. Threading as {@link CanPort}. */
public interface CanBus {
    /** The bus's name in the rig file. */
    String name();

    /** Attaches a node, powered. */
    CanPort attach(String node);

    /** Adds an observer that sees every frame on the medium, whoever sent it, and takes no part in the traffic. */
    void observe(Observer observer);

    /** Sees what passes on the medium. */
    @FunctionalInterface
    interface Observer {
        /**
         * A frame ended.
         *
         * @param at vehicle time of its last bit, nanoseconds
         * @param sender the node that sent it
         */
        void frame(long at, String sender, CanFrame frame);
    }
}
