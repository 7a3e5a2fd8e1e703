package dev.underpin.bench;

import dev.underpin.can.BusTiming;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpListener;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.isotp.NResult;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.function.Consumer;

/** A tester that sends one transfer after the other and a control unit that answers each, alone on a bus. */
final class Flashing {
    static final int TESTER = 0x7E0;

    private static final int ECU = 0x7E8;
    private static final int TRANSFER = 4095;

    private final VirtualScheduler time = new VirtualScheduler();
    private final byte[] block = block();
    private final byte[] answer = {0x76, 1};
    private final byte[] received = new byte[TRANSFER];
    private final Consumer<NResult> done = Flashing::check;
    private final double linePayload;
    private final int consecutivePerBlock;
    private final IsoTpEndpoint tester;
    private final IsoTpEndpoint ecu;
    private long blocks;

    Flashing(IsoTpParameters parameters) {
        BusTiming timing = timing(parameters);
        VirtualBus bus = new VirtualBus(time, "bench", timing, new Entropy(1));
        FullFrames frames = new FullFrames(parameters, block);
        linePayload = frames.payload() * (double) Nanos.SECOND / frames.nanos(timing);
        consecutivePerBlock = frames.count();
        tester = new IsoTpEndpoint(time, bus.attach("tester"), IsoTpAddress.normal(TESTER, ECU), parameters);
        ecu = new IsoTpEndpoint(time, bus.attach("ecu"), IsoTpAddress.normal(ECU, TESTER), parameters);
        tester.listen((data, functional) -> send());
        ecu.listen(new IsoTpListener() {
            @Override
            public byte[] room(int length) {
                return received;
            }

            @Override
            public void message(byte[] data, boolean functional) {
                blocks++;
                ecu.send(answer, done);
            }
        });
        send();
    }

    static BusTiming timing(IsoTpParameters parameters) {
        return parameters.fd() ? new BusTiming(500_000, 2_000_000) : BusTiming.classic(500_000);
    }

    /** What one transfer carries. */
    static byte[] block() {
        return new Entropy(7).bytes(TRANSFER);
    }

    private void send() {
        tester.send(block, done);
    }

    private static void check(NResult result) {
        if (result != NResult.N_OK) {
            throw new IllegalStateException("a transfer ended with " + result.text());
        }
    }

    void run(long until) {
        time.runUntil(until);
    }

    /** Payload bytes that arrived. */
    long bytes() {
        return blocks * TRANSFER;
    }

    /** Consecutive frames of what arrived. */
    long consecutiveFrames() {
        return blocks * consecutivePerBlock;
    }

    /** Payload bytes per second of a line full of consecutive frames. */
    double linePayload() {
        return linePayload;
    }
}
