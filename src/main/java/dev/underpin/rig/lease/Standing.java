package dev.underpin.rig.lease;

/** How a lease stands. */
public sealed interface Standing {
    /** Nobody has it. */
    record Free() implements Standing {}

    /** A living process has it. */
    record Held(Holder holder) implements Standing {}

    /** Its owner ended without giving it back. */
    record LeftBehind(Holder holder) implements Standing {}
}
