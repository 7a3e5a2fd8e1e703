package dev.underpin.isotp.fault;

import dev.underpin.can.CanFrame;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.gate.Choice;
import dev.underpin.can.gate.Content;
import dev.underpin.can.gate.Way;
import dev.underpin.isotp.IsoTpAddress;

/**
 * Which frames of a conversation are meant (ISO 15765-2:2016, 9.6.1 and 10.3).
 *
 * @param identifiers the identifier under which they are sent
 * @param addressByte the byte before the protocol control information, or {@link IsoTpAddress#NOTHING}
 * @param occurrence which of them since the fault began, from 1; 0 means each
 */
public record Frames(FrameFilter identifiers, int addressByte, FrameKind kind, int occurrence) {
    /** The frames of a kind that an endpoint with that address sends. */
    public static Frames each(IsoTpAddress sender, FrameKind kind) {
        return only(0, sender, kind);
    }

    /** The frame of a kind that an endpoint with that address sends as number {@code occurrence}, from 1. */
    public static Frames only(int occurrence, IsoTpAddress sender, FrameKind kind) {
        int id = sender.transmitId();
        FrameFilter identifiers = sender.extended() ? FrameFilter.extendedId(id) : FrameFilter.id(id);
        return new Frames(identifiers, sender.transmitByte(), kind, occurrence);
    }

    /** The data byte in which byte {@code index} of the protocol control information stands. */
    int place(int index) {
        return addressByte == IsoTpAddress.NOTHING ? index : index + 1;
    }

    /** These frames, passing a gate. */
    Choice passing(Way way) {
        return new Choice(way, identifiers, content(), occurrence, 1);
    }

    /** Whether a frame on the bus is of the kind, whatever its number. */
    boolean match(CanFrame frame) {
        return identifiers.matches(frame)
                && frame.length() > place(0)
                && frame.at(place(0)) >>> 4 == kind.code()
                && (addressByte == IsoTpAddress.NOTHING || frame.at(0) == addressByte);
    }

    private Content content() {
        Content unit = Content.of(place(0), 0xF0, kind.code() << 4);
        return addressByte == IsoTpAddress.NOTHING ? unit : unit.and(Content.of(0, 0xFF, addressByte));
    }
}
