package dev.underpin.can.database;

/** Something that a database calls by name. */
public sealed interface Named permits EnvironmentVariable, Message, Node, Signal {
    /** How the other lines of the file refer to it: a C identifier, in many files of at most 32 characters. */
    String symbol();

    /** Its full name: the long name (System...LongSymbol) where the file gives one, else the symbol. */
    String name();
}
