package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;
import dev.underpin.can.disturb.FrameFilter;

/**
 * Which frames of those that pass a {@link Gate} are meant.
 *
 * @param content what the data of the frames have to be
 * @param occurrence which of the matching frames since the intervention was added, from 1; 0 means each
 * @param share of the frames so meant that are chosen, each by chance, above 0 and at most 1
 */
public record Choice(Way way, FrameFilter frames, Content content, int occurrence, double share) {
    public Choice {
        if (occurrence < 0 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "occurrence %d and share %s: expected one of at least 0 and one above 0, at most 1"
                            .formatted(occurrence, share));
        }
    }

    /** Each frame that matches. */
    public static Choice each(Way way, FrameFilter frames) {
        return new Choice(way, frames, Content.ANY, 0, 1);
    }

    /** The frame that matches as number {@code occurrence}, from 1. */
    public static Choice only(int occurrence, Way way, FrameFilter frames) {
        return new Choice(way, frames, Content.ANY, occurrence, 1);
    }

    /** Each frame that matches, with the probability {@code share}. */
    public static Choice some(double share, Way way, FrameFilter frames) {
        return new Choice(way, frames, Content.ANY, 0, share);
    }

    /** Of these frames those with that content. */
    public Choice with(Content wanted) {
        return new Choice(way, frames, wanted, occurrence, share);
    }

    boolean matches(Way passing, CanFrame frame) {
        return passing == way && frames.matches(frame) && content.matches(frame);
    }
}
