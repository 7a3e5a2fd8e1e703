package dev.underpin.bench;

import dev.underpin.can.CanPort;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpListener;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.isotp.NResult;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import java.util.function.Consumer;

/** A tester that sends one transfer after the other and a control unit that answers each with a single frame of 2 bytes. */
final class Transfers {
    static final int TESTER = 0x7E0;

    /** Bytes of a transfer. */
    static final int BYTES = 4095;

    private static final int ECU = 0x7E8;

    private final byte[] block = block();
    private final byte[] answer = {0x76, 1};
    private final byte[] received = new byte[BYTES];
    private final Consumer<NResult> done = Transfers::check;
    private final IsoTpEndpoint tester;
    private long count;

    Transfers(Scheduler time, CanPort testers, CanPort ecus, IsoTpParameters parameters) {
        tester = new IsoTpEndpoint(time, testers, IsoTpAddress.normal(TESTER, ECU), parameters);
        IsoTpEndpoint ecu = new IsoTpEndpoint(time, ecus, IsoTpAddress.normal(ECU, TESTER), parameters);
        tester.listen((data, functional) -> send());
        ecu.listen(new IsoTpListener() {
            @Override
            public byte[] room(int length) {
                return received;
            }

            @Override
            public void message(byte[] data, boolean functional) {
                count++;
                ecu.send(answer, done);
            }
        });
    }

    /** What one transfer carries. */
    static byte[] block() {
        return new Entropy(7).bytes(BYTES);
    }

    /** Begins; each answer makes the next one begin. */
    void send() {
        tester.send(block, done);
    }

    private static void check(NResult result) {
        if (result != NResult.N_OK) {
            throw new IllegalStateException("a transfer ended with " + result.text());
        }
    }

    /** How many arrived. */
    long count() {
        return count;
    }
}
