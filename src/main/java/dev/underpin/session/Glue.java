package dev.underpin.session;

import java.util.List;
import java.util.Map;

/**
 * The steps of a run.
 *
 * @param packages where the glue classes are
 * @param given what their constructors may ask for: type to instance, each safe to use from several threads
 */
public record Glue(List<String> packages, Map<Class<?>, Object> given) {
    /** The same glue, which may ask for one thing more. */
    public <T> Glue giving(Class<T> type, T instance) {
        Map<Class<?>, Object> more = new java.util.LinkedHashMap<>(given);
        more.put(type, instance);
        return new Glue(packages, more);
    }
}
