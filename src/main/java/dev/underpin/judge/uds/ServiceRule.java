package dev.underpin.judge.uds;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What ISO 14229-1:2020 says of one service.
 *
 * @param sid its number
 * @param subFunctions sub-functions that the standard or the maker may define; empty for a service without
 * @param shortest bytes of its shortest request
 * @param echo bytes behind the first that a positive response repeats from the request
 * @param codes response codes of the service's own table (clauses 10 to 15), beside those that any service may give
 */
record ServiceRule(int sid, Set<Integer> subFunctions, int shortest, int echo, Set<Integer> codes) {
    static final int SUPPRESS = 0x80;

    /** Codes that come before a request is looked into: figure 5, and the maker's own. */
    static final Set<Integer> EARLY = early();

    private static final Set<Integer> CONDITIONS = union(Set.of(0x10, 0x14, 0x22, 0x78), range(0x81, 0x94));
    private static final Map<Integer, ServiceRule> RULES = rules();

    /** The rule of the service, or null when the standard has none of that number. */
    static @Nullable ServiceRule of(int sid) {
        return RULES.get(sid);
    }

    boolean subFunction() {
        return !subFunctions.isEmpty();
    }

    /** Whether the service may give that code. */
    boolean allows(int nrc) {
        boolean ofSubFunctions = subFunction() && (nrc == 0x12 || nrc == 0x7E);
        return EARLY.contains(nrc) || CONDITIONS.contains(nrc) || ofSubFunctions || nrc == 0x13 || codes.contains(nrc);
    }

    private static Map<Integer, ServiceRule> rules() {
        Map<Integer, ServiceRule> rules = new TreeMap<>();
        Set<Integer> none = Set.of();
        Stream.of(
                        new ServiceRule(0x10, union(range(0x01, 0x04), range(0x40, 0x7E)), 2, 1, none),
                        new ServiceRule(0x11, union(range(0x01, 0x05), range(0x40, 0x7E)), 2, 1, none),
                        new ServiceRule(0x14, none, 4, 0, Set.of(0x31, 0x72)),
                        new ServiceRule(0x19, readDtc(), 2, 1, Set.of(0x31)),
                        new ServiceRule(0x22, none, 3, 0, Set.of(0x31)),
                        new ServiceRule(0x23, none, 4, 0, Set.of(0x31)),
                        new ServiceRule(0x24, none, 3, 2, Set.of(0x31)),
                        new ServiceRule(0x27, range(0x01, 0x7E), 2, 1, Set.of(0x24, 0x31, 0x35, 0x36, 0x37)),
                        new ServiceRule(0x28, union(range(0x00, 0x05), range(0x40, 0x7E)), 3, 1, Set.of(0x31)),
                        new ServiceRule(0x29, range(0x00, 0x08), 2, 1, union(Set.of(0x24), range(0x50, 0x5D))),
                        new ServiceRule(0x2A, none, 2, 0, Set.of(0x31)),
                        new ServiceRule(0x2C, range(0x01, 0x03), 2, 1, Set.of(0x31)),
                        new ServiceRule(0x2E, none, 4, 2, Set.of(0x31, 0x72)),
                        new ServiceRule(0x2F, none, 4, 3, Set.of(0x31)),
                        new ServiceRule(0x31, range(0x01, 0x03), 4, 3, Set.of(0x24, 0x31, 0x72)),
                        new ServiceRule(0x34, none, 5, 0, Set.of(0x31, 0x70)),
                        new ServiceRule(0x35, none, 5, 0, Set.of(0x31, 0x70)),
                        new ServiceRule(0x36, none, 2, 1, Set.of(0x24, 0x31, 0x71, 0x72, 0x73)),
                        new ServiceRule(0x37, none, 1, 0, Set.of(0x24, 0x31, 0x70, 0x72)),
                        new ServiceRule(0x38, none, 5, 1, Set.of(0x31, 0x70)),
                        new ServiceRule(0x3D, none, 5, 0, Set.of(0x31, 0x72)),
                        new ServiceRule(0x3E, Set.of(0x00), 2, 1, none),
                        new ServiceRule(0x84, none, 9, 0, Set.of(0x39, 0x3A)),
                        new ServiceRule(0x85, union(range(0x01, 0x02), range(0x40, 0x7E)), 2, 1, Set.of(0x31)),
                        new ServiceRule(0x86, events(), 3, 1, Set.of(0x24, 0x31)),
                        new ServiceRule(0x87, union(range(0x01, 0x03), range(0x40, 0x7E)), 2, 1, Set.of(0x24, 0x31)))
                .forEach(rule -> rules.put(rule.sid, rule));
        return rules;
    }

    private static Set<Integer> early() {
        return union(Set.of(0x10, 0x11, 0x21, 0x33, 0x34, 0x38, 0x7F), range(0xF0, 0xFE));
    }

    /** Table 317, without those that were withdrawn. */
    private static Set<Integer> readDtc() {
        return union(union(range(0x01, 0x0E), range(0x14, 0x1A)), Set.of(0x42, 0x55, 0x56));
    }

    /** Table of event types, with and without the storage bit. */
    private static Set<Integer> events() {
        return union(range(0x00, 0x09), range(0x40, 0x49));
    }

    private static Set<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
        Set<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
