package dev.underpin.isotp.fault;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.gate.Gate;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpListener;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.isotp.NResult;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A sender and a receiver, each behind a gate, and a witness that hears the bus as a third node. */
final class FaultyTransfer {
    static final IsoTpAddress SENDER = IsoTpAddress.normal(0x7E0, 0x7E8);
    static final IsoTpAddress RECEIVER = IsoTpAddress.normal(0x7E8, 0x7E0);

    /** What the sender reports: its results. */
    final List<NResult> sender = new ArrayList<>();
    /** What the receiver reports: {@code message <hex>} or {@code failed <result>}. */
    final List<String> receiver = new ArrayList<>();
    /** What the witness heard: {@code <id> <hex>}, without padding bytes at the end. */
    final List<String> witness = new ArrayList<>();
    /** When. */
    final List<Long> moments = new ArrayList<>();
    /** The errors on the bus. */
    final List<CanBus.BusError> errors = new ArrayList<>();

    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
    private final Gate senderGate = new Gate(time, new Entropy(2), bus.attach("sender"));
    private final Gate receiverGate = new Gate(time, new Entropy(3), bus.attach("receiver"));
    private final IsoTpEndpoint sending;

    FaultyTransfer() {
        this(0);
    }

    FaultyTransfer(int blockSize) {
        this(SENDER, RECEIVER, blockSize);
    }

    FaultyTransfer(IsoTpAddress from, IsoTpAddress to, int blockSize) {
        sending = new IsoTpEndpoint(time, senderGate, from, IsoTpParameters.classic());
        IsoTpEndpoint receiving = new IsoTpEndpoint(
                time, receiverGate, to, IsoTpParameters.classic().withBlockSize(blockSize));
        receiving.listen(new IsoTpListener() {
            @Override
            public void message(byte[] data, boolean functional) {
                receiver.add("message " + HexFormat.of().formatHex(data));
            }

            @Override
            public void failed(NResult result) {
                receiver.add("failed " + result);
            }
        });
        bus.observe(new CanBus.Observer() {
            @Override
            public void frame(long at, String node, CanFrame frame) {}

            @Override
            public void error(CanBus.BusError error) {
                errors.add(error);
            }
        });
        bus.attach("witness").listen(frame -> {
            String data = HexFormat.of().formatHex(frame.data()).replaceAll("(cc)+$", "");
            witness.add("%03x %s".formatted(frame.id(), data));
            moments.add(time.now());
        });
    }

    FaultyTransfer atSender(GateFault fault) {
        fault.interventions().forEach(senderGate::add);
        return this;
    }

    FaultyTransfer atReceiver(GateFault fault) {
        fault.interventions().forEach(receiverGate::add);
        return this;
    }

    FaultyTransfer onBus(SecondSender fault) {
        new SecondSending(time, bus, fault);
        return this;
    }

    /** Sends {@code length} bytes 00 01 02 and so on, and waits until nothing goes on any more. */
    FaultyTransfer send(int length) {
        sending.send(counting(length), sender::add);
        time.runUntil(time.now() + Nanos.MINUTE);
        return this;
    }

    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    static String message(int length) {
        return "message " + HexFormat.of().formatHex(counting(length));
    }
}
