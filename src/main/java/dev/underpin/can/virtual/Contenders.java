package dev.underpin.can.virtual;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes that have something to send, by its arbitration field: a binary heap, in which a node is moved in O(log n). */
final class Contenders {
    private Node[] heap = new Node[8];
    private int size;

    /** Call when what a node would send next has changed. */
    void update(Node node) {
        node.offer();
        int rank = node.rank();
        if (node.offered() != Node.NOTHING) {
            settle(rank == Node.UNRANKED ? enlarge() : rank, node);
        } else if (rank != Node.UNRANKED) {
            node.ranked(Node.UNRANKED);
            Node last = heap[--size];
            heap[size] = null;
            if (rank < size) {
                settle(rank, last);
            }
        }
    }

    /** The node whose frame wins the arbitration; null when there is nothing to send. */
    @Nullable
    Node first() {
        return size == 0 ? null : heap[0];
    }

    /** Whether another node sends the same arbitration field as the first one. */
    boolean tie() {
        return (size > 1 && heap[1].offered() == heap[0].offered())
                || (size > 2 && heap[2].offered() == heap[0].offered());
    }

    private int enlarge() {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        return size++;
    }

    /** Places a node at {@code from} or where it belongs above or below. */
    private void settle(int from, Node node) {
        int index = from;
        while (index > 0 && node.offered() < heap[(index - 1) >>> 1].offered()) {
            place(index, heap[(index - 1) >>> 1]);
            index = (index - 1) >>> 1;
        }
        while (2 * index + 1 < size) {
            int child = smallerChild(index);
            if (heap[child].offered() >= node.offered()) {
                break;
            }
            place(index, heap[child]);
            index = child;
        }
        place(index, node);
    }

    private int smallerChild(int index) {
        int left = 2 * index + 1;
        return left + 1 < size && heap[left + 1].offered() < heap[left].offered() ? left + 1 : left;
    }

    private void place(int index, Node node) {
        heap[index] = node;
        node.ranked(index);
    }
}
