package dev.underpin.can.slcan;

import dev.underpin.can.ControllerState;

/**
 * What an adapter has told of itself and its line since it was opened.
 *
 * @param state its controller's
 * @param garbage lines that were neither an answer nor a frame
 * @param refused frames that it refused for good
 * @param crowded times that it had no room for a frame, which was then sent again
 * @param framesLost times that it told of frames from the bus that it had no room for
 * @param busErrors times that it told of an error on the bus
 * @param unanswered commands that it never answered
 */
public record AdapterHealth(
        ControllerState state,
        long garbage,
        long refused,
        long crowded,
        long framesLost,
        long busErrors,
        long unanswered) {
    /** Whether a run on it can be believed: no frame was lost and it is not off the bus. */
    public boolean sound() {
        return framesLost == 0 && unanswered == 0 && state != ControllerState.BUS_OFF;
    }
}
