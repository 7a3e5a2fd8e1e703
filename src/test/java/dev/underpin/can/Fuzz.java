package dev.underpin.can;

/** How much is thrown at decoders: {@code -Dfuzz=20} multiplies the usual number of rounds, for a long run by hand. */
public final class Fuzz {
    private Fuzz() {}

    public static int rounds(int usual) {
        return usual * Integer.getInteger("fuzz", 1);
    }
}
