package dev.underpin.can.log;

import static dev.underpin.can.log.PcapngFormat.OPTION_END;
import static dev.underpin.can.log.PcapngFormat.OPTION_INTERFACE_NAME;
import static dev.underpin.can.log.PcapngFormat.OPTION_OFFSET;
import static dev.underpin.can.log.PcapngFormat.OPTION_RESOLUTION;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An interface of a pcapng section.
 *
 * @param link its link type
 * @param resolution the option if_tsresol: 10 to the minus this, or with bit 7 set 2 to the minus the rest
 * @param offset seconds to add to its times
 */
record PcapngInterface(int link, String channel, int resolution, long offset) {
    private static final int BINARY = 0x80;
    private static final BigInteger SECOND = BigInteger.valueOf(Moments.NANOS_PER_SECOND);

    /** From the body of an interface description block. */
    static PcapngInterface read(Place place, int index, ByteBuffer body) {
        int link = body.getShort() & 0xffff;
        body.position(8);
        String[] name = {"can" + index};
        int[] resolution = {6};
        long[] offset = {0};
        options(place, body, (code, value) -> {
            switch (code) {
                case OPTION_INTERFACE_NAME ->
                    name[0] = Channel.named(StandardCharsets.UTF_8.decode(value).toString());
                case OPTION_RESOLUTION -> resolution[0] = sized(place, value, 1).get() & 0xff;
                case OPTION_OFFSET ->
                    offset[0] = sized(place, value, Long.BYTES).getLong();
                default -> {
                    // the rest says nothing about frames
                }
            }
        });
        return new PcapngInterface(link, name[0], resolution[0], offset[0]);
    }

    /** Takes an option. */
    @FunctionalInterface
    interface Option {
        void take(int code, ByteBuffer value);
    }

    /** Gives all options that are left in a block's body. */
    static void options(Place place, ByteBuffer body, Option sink) {
        while (body.remaining() >= 2 * Short.BYTES) {
            int code = body.getShort() & 0xffff;
            int length = body.getShort() & 0xffff;
            if (code == OPTION_END) {
                return;
            }
            if (length > body.remaining()) {
                throw place.wrong(
                        "an option of %d bytes".formatted(length), body.remaining() + " bytes left in its block");
            }
            sink.take(code, body.slice(body.position(), length).order(body.order()));
            body.position(Math.min(body.limit(), body.position() + (length + 3 & ~3)));
        }
    }

    static ByteBuffer sized(Place place, ByteBuffer value, int length) {
        if (value.remaining() != length) {
            throw place.wrong("an option of %d bytes".formatted(length), value.remaining() + " bytes");
        }
        return value;
    }

    /** The moment that {@code units} mean, an unsigned number. */
    long moment(Place place, long units) {
        long nanos = resolution == PcapngFormat.NANOSECONDS && units >= 0 ? units : exact(place, units);
        return Moments.plus(place, Moments.scaled(place, offset, Moments.NANOS_PER_SECOND), nanos);
    }

    private long exact(Place place, long units) {
        BigInteger count = new BigInteger(Long.toUnsignedString(units)).multiply(SECOND);
        int power = resolution & ~BINARY;
        BigInteger nanos =
                (resolution & BINARY) != 0 ? count.shiftRight(power) : count.divide(BigInteger.TEN.pow(power));
        if (nanos.bitLength() >= Long.SIZE) {
            throw place.wrong("a time from 1970 to 2262", nanos + " ns");
        }
        return nanos.longValue();
    }
}
