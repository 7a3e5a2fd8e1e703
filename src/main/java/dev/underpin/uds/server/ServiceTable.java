package dev.underpin.uds.server;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The services of an ECU, from where each may be used, and narrower rules for single sub-functions (ISO 14229-1:2020 table 23). Immutable. */
public final class ServiceTable {
    private final Map<Integer, Access> rules;

    private ServiceTable(Map<Integer, Access> rules) {
        this.rules = rules;
    }

    /** No service. */
    public static ServiceTable empty() {
        return new ServiceTable(Map.of());
    }

    /** The same with a service added or its rule replaced. */
    public ServiceTable with(int sid, Access access) {
        return changed(sid << 8, access);
    }

    /** The same with a narrower rule for one sub-function, which also has to satisfy the rule of its service. */
    public ServiceTable with(int sid, int subFunction, Access access) {
        return changed(sid << 8 | subFunction, access);
    }

    /** The same without a service. */
    public ServiceTable without(int sid) {
        Map<Integer, Access> fewer = new TreeMap<>(rules);
        fewer.remove(sid << 8);
        return new ServiceTable(fewer);
    }

    /** From where the service may be used, or null when the ECU has it not. */
    public @Nullable Access of(int sid) {
        return rules.get(sid << 8);
    }

    /** From where a sub-function may be used, beside the rule of its service. */
    public Access of(int sid, int subFunction) {
        return rules.getOrDefault(sid << 8 | subFunction, Access.ANYWHERE);
    }

    private ServiceTable changed(int key, Access access) {
        Map<Integer, Access> more = new TreeMap<>(rules);
        more.put(key, access);
        return new ServiceTable(more);
    }
}
