package dev.underpin.can.database;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Things in the order of the file, found by name. Immutable; equal to every list with equal elements. */
public sealed class NamedList<T extends Named> extends AbstractList<T> implements RandomAccess permits MessageList {
    private final String kind;
    private final String place;
    private final List<T> items;
    private final Map<String, T> bySymbol = new HashMap<>();
    private final Map<String, T> byName = new HashMap<>();

    /**
     * The {@code items}.
     *
     * @param kind what each of them is, for {@link UnknownName}
     * @param place where they are, for {@link UnknownName}
     */
    public NamedList(String kind, String place, Collection<T> items) {
        this.kind = kind;
        this.place = place;
        this.items = List.copyOf(items);
        for (T item : this.items) {
            bySymbol.put(item.symbol(), item);
            byName.putIfAbsent(item.name(), item);
        }
        bySymbol.forEach(byName::putIfAbsent);
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** What has the name, or else the symbol, {@code name}. */
    public Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * What has the name, or else the symbol, {@code name}.
     *
     * @throws UnknownName when there is none
     */
    public T named(String name) {
        return known(byName.get(name), name);
    }

    /** What the lines of the file call {@code symbol}. */
    T symbol(String symbol) {
        return known(bySymbol.get(symbol), symbol);
    }

    private T known(@Nullable T item, String name) {
        if (item == null) {
            throw new UnknownName(
                    kind, name, place, items.stream().map(Named::name).toList());
        }
        return item;
    }
}
