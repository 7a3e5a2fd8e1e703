package dev.underpin.rig;

/**
 * One relay of a bench.
 *
 * @param board what its board speaks: {@code lcus}, {@code lcus-1} (which cannot tell its state), {@code numato}
 * @param channel of the board, from 1
 */
public record RelayPlace(String board, Connection connection, int channel) {}
