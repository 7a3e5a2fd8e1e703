package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort.Listener;

/** The listeners of the nodes that hear the bus, in one row: what a frame that ends is handed to. */
final class Audience {
    private Node[] owners = {};
    private Listener[] ears = {};
    private int gatherings;

    /** Gathers the listeners anew. */
    void gather(Node[] nodes) {
        int size = 0;
        for (Node node : nodes) {
            size += node.hears() ? node.listeners().length : 0;
        }
        Node[] newOwners = new Node[size];
        Listener[] newEars = new Listener[size];
        int next = 0;
        for (Node node : nodes) {
            if (node.hears()) {
                for (Listener listener : node.listeners()) {
                    newOwners[next] = node;
                    newEars[next++] = listener;
                }
            }
        }
        gatherings++;
        owners = newOwners;
        ears = newEars;
    }

    /** Hands a frame to all but its sender. Who falls silent meanwhile hears it no more, who joins meanwhile not yet. */
    void deliver(Node sender, CanFrame frame) {
        int gathering = gatherings;
        Node[] to = owners;
        Listener[] listening = ears;
        for (int i = 0; i < listening.length; i++) {
            if (to[i] != sender && (gathering == gatherings || to[i].hears())) {
                listening[i].received(frame);
            }
        }
    }
}
