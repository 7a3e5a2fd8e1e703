package dev.underpin.can.database;

import java.util.Collection;

/** A message or signal was asked for that the database does not hold. */
public final class UnknownName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownName(String kind, String name, String place, Collection<String> known) {
        super("no %s %s in %s, which has %s".formatted(kind, name, place, String.join(", ", known)));
    }
}
