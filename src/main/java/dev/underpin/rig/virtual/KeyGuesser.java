package dev.underpin.rig.virtual;

import dev.underpin.can.CanPort;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.IsoTpTesterLink;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.ecu.table.CanAddress;

/** A tester of somebody else on the bus, who has no key and tries what chance gives him (ISO 14229-1, 0x27). */
final class KeyGuesser {
    private static final int LEVEL = 1;
    private static final int CLASSIC = 8;

    private final UdsClient client;
    private final Entropy chance;

    KeyGuesser(Scheduler scheduler, CanPort port, CanAddress address, Entropy chance) {
        IsoTpParameters parameters =
                address.txDl() > CLASSIC ? IsoTpParameters.fd(address.txDl()) : IsoTpParameters.classic();
        IsoTpEndpoint endpoint = new IsoTpEndpoint(
                scheduler, port, IsoTpAddress.normal(address.request(), address.response()), parameters);
        this.client = new UdsClient(scheduler, new IsoTpTesterLink(endpoint), ClientTiming.STANDARD);
        this.chance = chance;
    }

    /** Tries so many times, one after the other, whatever the answers. */
    void guess(int tries) {
        client.session(Session.EXTENDED).whenComplete((answer, failure) -> next(tries));
    }

    private void next(int left) {
        if (left > 0) {
            client.securityAccess(LEVEL, seed -> chance.bytes(seed.length))
                    .whenComplete((answer, failure) -> next(left - 1));
        }
    }
}
