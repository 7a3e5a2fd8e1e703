package dev.underpin.can.virtual;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes of a bus by the arbitration field that each would send next: a binary heap, in which a node is moved in O(log n). */
final class Contenders {
    private Node[] heap = new Node[8];
    private int size;

    void add(Node node) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        place(size++, node);
        update(node);
    }

    /** Call when what a node would send next has changed. */
    void update(Node node) {
        node.offer();
        int index = node.rank();
        while (index > 0 && node.offered() < heap[(index - 1) >>> 1].offered()) {
            place(index, heap[(index - 1) >>> 1]);
            index = (index - 1) >>> 1;
        }
        for (int child = smallerChild(index);
                child < size && heap[child].offered() < node.offered();
                child = smallerChild(index)) {
            place(index, heap[child]);
            index = child;
        }
        place(index, node);
    }

    /** The node whose frame wins the arbitration; null when there is nothing to send. */
    @Nullable
    Node first() {
        return size == 0 || heap[0].offered() == Node.NOTHING ? null : heap[0];
    }

    /** Whether another node sends the same arbitration field as the first one. */
    boolean tie() {
        return (size > 1 && heap[1].offered() == heap[0].offered())
                || (size > 2 && heap[2].offered() == heap[0].offered());
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
