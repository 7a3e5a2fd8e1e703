package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort.Listener;

/** The listeners of the nodes that hear the bus, in one row: what a frame that ends is handed to. */
final class Audience {
    private Node[] owners = {};
    private Listener[] ears = {};
    private int gatherings;

    /** Gathers the listeners anew; those of a node stand side by side. */
    void gather(Node[] nodes) {
        int size = 0;
        for (Node node : nodes) {
            size += node.hears() ? node.listeners().length : 0;
        }
        Node[] newOwners = new Node[size];
        Listener[] newEars = new Listener[size];
        int next = 0;
        for (Node node : nodes) {
            int first = next;
            if (node.hears()) {
                for (Listener listener : node.listeners()) {
                    newOwners[next] = node;
                    newEars[next++] = listener;
                }
            }
            node.seated(first, next);
        }
        gatherings++;
        owners = newOwners;
        ears = newEars;
    }

    /** Hands a frame to all but its sender. Who falls silent meanwhile hears it no more, who joins meanwhile not yet. */
    void deliver(Node sender, CanFrame frame) {
        Node[] to = owners;
        Listener[] listening = ears;
        int gathering = gatherings;
        int behindSender = sender.lastSeat();
        deliver(to, listening, 0, sender.firstSeat(), gathering, frame);
        deliver(to, listening, behindSender, listening.length, gathering, frame);
    }

    private void deliver(Node[] to, Listener[] listening, int from, int end, int gathering, CanFrame frame) {
        for (int i = from; i < end; i++) {
            if (gathering == gatherings || to[i].hears()) {
                listening[i].received(frame);
            }
        }
    }
}
