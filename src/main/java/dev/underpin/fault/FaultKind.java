package dev.underpin.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of fault: one record of the family {@link Fault}, by the name that plans and scenarios use. Immutable; any thread.
 *
 * @param id its name: the record's in lower case with hyphens
 * @param seam where it comes in
 * @param type the record
 */
public record FaultKind(String id, Seam seam, Class<? extends Fault> type) {
    private static final Map<String, FaultKind> BY_ID = all(new LinkedHashMap<>());
    private static final ClassValue<FaultKind> BY_TYPE = new ClassValue<>() {
        @Override
        protected FaultKind computeValue(Class<?> type) {
            return Objects.requireNonNull(BY_ID.get(hyphened(type.getSimpleName())));
        }
    };

    /** All kinds, seam by seam. */
    public static Collection<FaultKind> all() {
        return BY_ID.values();
    }

    /** The kind of that name. */
    public static Optional<FaultKind> named(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The kind of a fault. */
    public static FaultKind of(Fault fault) {
        return BY_TYPE.get(fault.getClass());
    }

    /** What a rig has to be able to do for it. */
    public String capability() {
        return seam.capability();
    }

    /** The names of its parameters, in order. */
    public List<String> parameters() {
        return Arrays.stream(type.getRecordComponents())
                .map(it -> hyphened(it.getName()))
                .toList();
    }

    /** A fault's parameters by name, as a plan writes them. */
    public Map<String, Object> values(Fault fault) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = value(component, fault);
            values.put(hyphened(component.getName()), value instanceof Enum<?> named ? hyphened(named) : value);
        }
        return values;
    }

    /**
     * The fault of this kind with those parameters.
     *
     * @param values numbers, or texts that mean numbers, and names
     * @throws IllegalArgumentException naming the parameter that is missing, not known or not of its type
     */
    public Fault fault(Map<String, ?> values) {
        List<String> names = parameters();
        values.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "%s: expected the parameters %s, found '%s'".formatted(id, names, name));
                });
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = hyphened(component.getName());
            Object value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException(
                        "%s: expected the parameters %s, found no '%s'".formatted(id, names, name));
            }
            arguments.add(typed(component, name, value.toString()));
        }
        return make(arguments);
    }

    /**
     * The fault of this kind whose parameters are those words, parted by one blank, in order.
     *
     * @throws IllegalArgumentException naming what was expected and what was found
     */
    public Fault fault(String words) {
        List<String> names = parameters();
        String[] parts = names.isEmpty() ? new String[0] : words.split(" ", names.size());
        if (parts.length != names.size() || (names.isEmpty() && !words.isEmpty())) {
            throw new IllegalArgumentException("%s: expected the words %s, found '%s'".formatted(id, names, words));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            values.put(names.get(i), parts[i]);
        }
        return fault(values);
    }

    String words(Fault fault) {
        List<String> words = new ArrayList<>();
        values(fault).values().forEach(value -> words.add(value.toString()));
        return String.join(" ", words);
    }

    private Fault make(List<Object> arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments.toArray());
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(
                    "%s: %s".formatted(id, refused.getTargetException().getMessage()), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " is no record that can be made", impossible);
        }
    }

    private Object typed(RecordComponent component, String name, String value) {
        Class<?> wanted = component.getType();
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants())
                    .filter(it -> hyphened((Enum<?>) it).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s.%s: expected one of %s, found '%s'".formatted(id, name, constants(wanted), value)));
        }
        try {
            return switch (wanted.getSimpleName()) {
                case "int" -> Integer.valueOf(value);
                case "long" -> Long.valueOf(value);
                case "double" -> Double.valueOf(value);
                default -> value;
            };
        } catch (NumberFormatException other) {
            throw new IllegalArgumentException(
                    "%s.%s: expected a number, found '%s'".formatted(id, name, value), other);
        }
    }

    private static Object value(RecordComponent component, Fault fault) {
        try {
            return component.getAccessor().invoke(fault);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component + " cannot be read", impossible);
        }
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> hyphened((Enum<?>) it))
                .toList();
    }

    static String hyphened(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hyphened(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Map<String, FaultKind> all(Map<String, FaultKind> kinds) {
        for (Seam seam : Seam.values()) {
            for (Class<?> type : seam.family().getPermittedSubclasses()) {
                String id = hyphened(type.getSimpleName());
                kinds.put(id, new FaultKind(id, seam, type.asSubclass(Fault.class)));
            }
        }
        return Collections.unmodifiableMap(kinds);
    }
}
