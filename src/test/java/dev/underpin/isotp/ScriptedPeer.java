package dev.underpin.isotp;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** An endpoint under test (hears 7E0 and 7DF, sends 7E8) and a peer that says exactly what a test writes. */
final class ScriptedPeer implements IsoTpListener {
    final VirtualScheduler time = new VirtualScheduler();
    final VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
    final CanPort port = bus.attach("peer");
    final IsoTpEndpoint endpoint;
    /** What the endpoint sent, in hexadecimal. */
    final List<String> heard = new ArrayList<>();
    /** When each of these frames ended. */
    final List<Long> ends = new ArrayList<>();
    /** When each of these frames began. */
    final List<Long> begins = new ArrayList<>();
    /** What the endpoint told of: {@code FF <length>}, {@code message <hex>}, {@code functional <hex>}, {@code failed <result>}. */
    final List<String> told = new ArrayList<>();

    final List<NResult> results = new ArrayList<>();

    ScriptedPeer(IsoTpParameters parameters) {
        IsoTpAddress address = IsoTpAddress.normal(0x7E8, 0x7E0).hearing(0x7DF);
        endpoint = new IsoTpEndpoint(time, bus.attach("ecu"), address, parameters);
        endpoint.listen(this);
        bus.observe(this::note);
    }

    private void note(long at, String sender, CanFrame frame) {
        if (sender.equals("ecu")) {
            heard.add(HexFormat.of().formatHex(frame.data()));
            ends.add(at);
            begins.add(
                    at - FrameLength.nanos(frame, bus.timing()) + bus.timing().nominalNanos(3));
        }
    }

    /** Says a frame to the endpoint and waits until it is over; more than 8 bytes or a leading {@code fd} make it CAN FD. */
    ScriptedPeer says(String hex) {
        return says(0x7E0, hex);
    }

    ScriptedPeer says(int id, String hex) {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        port.send(data.length > 8 ? CanFrame.fd(id, false, true, data) : CanFrame.classic(id, data));
        return waits(Nanos.MILLISECOND);
    }

    /** Makes the endpoint send {@code length} bytes 00 01 02 and so on. */
    ScriptedPeer sends(int length) {
        endpoint.send(counting(length), results::add);
        return waits(Nanos.MILLISECOND);
    }

    ScriptedPeer waits(long nanos) {
        time.runUntil(time.now() + nanos);
        return this;
    }

    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Override
    public void firstFrame(int length) {
        told.add("FF " + length);
    }

    @Override
    public void message(byte[] data, boolean functional) {
        told.add((functional ? "functional " : "message ") + HexFormat.of().formatHex(data));
    }

    @Override
    public void failed(NResult result) {
        told.add("failed " + result);
    }
}
