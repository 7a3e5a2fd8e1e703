package dev.underpin.can.disturb;

/**
 * One bit of a frame is read inverted.
 *
 * @param occurrence which of the matching frames since it was added, from 1, repetitions counted; 0 means each
 */
public record FlipBit(FrameFilter frames, int occurrence, BitPlace place, View view) implements Disturbance {}
