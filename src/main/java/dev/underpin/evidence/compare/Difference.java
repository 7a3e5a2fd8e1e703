package dev.underpin.evidence.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest way from one sequence to another (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986): the lines that only
 * one of them has, in order.
 *
 * @param removed places in the first sequence
 * @param added places in the second one
 * @param complete false when they differ in more than {@value #MOST} lines, of which the first ones are told
 */
record Difference(List<Integer> removed, List<Integer> added, boolean complete) {
    static final int MOST = 2000;

    static Difference between(List<String> one, List<String> other) {
        int from = 0;
        while (from < one.size() && from < other.size() && one.get(from).equals(other.get(from))) {
            from++;
        }
        List<int[]> furthest = new ArrayList<>();
        int[] reach = new int[2 * MOST + 3];
        for (int steps = 0; steps <= MOST; steps++) {
            for (int diagonal = -steps; diagonal <= steps; diagonal += 2) {
                int x = start(reach, steps, diagonal);
                int y = x - diagonal;
                while (from + x < one.size()
                        && from + y < other.size()
                        && one.get(from + x).equals(other.get(from + y))) {
                    x++;
                    y++;
                }
                reach[MOST + 1 + diagonal] = x;
                if (from + x >= one.size() && from + y >= other.size()) {
                    return back(furthest, steps, diagonal, from, true);
                }
            }
            furthest.add(java.util.Arrays.copyOfRange(reach, MOST + 1 - steps, MOST + 2 + steps));
        }
        return new Difference(List.of(from), List.of(from), false);
    }

    private static int start(int[] reach, int steps, int diagonal) {
        int left = reach[MOST + diagonal];
        int right = reach[MOST + 2 + diagonal];
        if (steps == 0) {
            return 0;
        }
        return diagonal == -steps || (diagonal != steps && left < right) ? right : left + 1;
    }

    private static Difference back(List<int[]> furthest, int steps, int last, int from, boolean complete) {
        List<Integer> removed = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        int diagonal = last;
        for (int step = steps; step > 0; step--) {
            int[] before = furthest.get(step - 1);
            int left = reach(before, step - 1, diagonal - 1);
            int right = reach(before, step - 1, diagonal + 1);
            if (diagonal == -step || (diagonal != step && left < right)) {
                diagonal++;
                added.addFirst(from + right - diagonal);
            } else {
                diagonal--;
                removed.addFirst(from + left);
            }
        }
        return new Difference(removed, added, complete);
    }

    private static int reach(int[] before, int steps, int diagonal) {
        return Math.abs(diagonal) > steps ? -1 : before[steps + diagonal];
    }

    boolean none() {
        return complete && removed.isEmpty() && added.isEmpty();
    }
}
