package dev.underpin.defect;

import dev.underpin.uds.TesterLink;
import dev.underpin.vehicle.Fitting;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to a control unit that is told to start its new image as soon as that is checked, without waiting for its group. */
final class Hasty implements TesterLink {
    private static final byte[] FITS = HexFormat.of().parseHex("7101FF01");
    private static final byte[] ACTIVATE = HexFormat.of().parseHex("3101F011");
    private static final byte[] ACTIVATED = HexFormat.of().parseHex("7101F011");

    private final TesterLink real;
    private byte @Nullable [] held;

    private Hasty(TesterLink real) {
        this.real = real;
    }

    /** A vehicle in which that control unit does not wait for its group. */
    static Fitting activationOf(String ecu) {
        return new Fitting() {
            @Override
            public TesterLink tester(String unit, TesterLink link) {
                return unit.equals(ecu) ? new Hasty(link) : link;
            }
        };
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        real.send(request, sent, failed);
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        real.listen(started, pdu -> received(pdu, message));
    }

    private void received(byte[] pdu, Consumer<byte[]> message) {
        byte[] waiting = held;
        if (waiting != null && begins(pdu, ACTIVATED)) {
            held = null;
            message.accept(waiting);
        } else if (begins(pdu, FITS)) {
            held = pdu;
            real.send(ACTIVATE, () -> {}, why -> {});
        } else if (waiting == null) {
            message.accept(pdu);
        }
    }

    private static boolean begins(byte[] pdu, byte[] with) {
        return Arrays.equals(Arrays.copyOf(pdu, with.length), with);
    }
}
