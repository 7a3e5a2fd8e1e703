package dev.underpin.uds;

import dev.underpin.isotp.Intake;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.time.Nanos;

/**
 * Opens a tester's ears as long as an answer to a request of its own may come: other testers of the same ECU get theirs under the same
 * identifier, and two flow controls to one first frame do harm. Whoever asked for messages unasked (services 0x2A and 0x86) hears on.
 */
final class OpenRequest {
    /** An ECU answers, or says that it will, after 5 s at the latest (ISO 14229-2:2013, P2*server_max). */
    private static final long PATIENCE = 10 * Nanos.SECOND;
    /** A refusal of what needs no positive answer comes within P2server_max, 50 ms. */
    private static final long PATIENCE_FOR_REFUSAL = Nanos.SECOND;

    private static final int STOP_SENDING = 4;
    private static final int EVENT_TYPES = 0x3F;
    private static final int STOP_EVENTS = 0;
    private static final int START_EVENTS = 5;
    private static final int CLEAR_EVENTS = 6;

    private final IsoTpEndpoint endpoint;
    private byte[] request = {};
    private boolean subscribed;

    OpenRequest(IsoTpEndpoint endpoint) {
        this.endpoint = endpoint;
        endpoint.take(Intake.NOTHING);
    }

    /** A request is on its way to the ECU, or has arrived there. */
    void asked(byte[] newRequest) {
        request = newRequest;
        await();
    }

    /** The ECU said something. */
    void answered(byte[] message) {
        int first = at(message, 0);
        int service = at(request, 0);
        if (first == Sid.NEGATIVE && at(message, 1) == service) {
            if (at(message, 2) == Nrc.RESPONSE_PENDING.code()) {
                await();
            } else {
                close();
            }
        } else if (request.length > 0 && first == service + Sid.POSITIVE_OFFSET && tells(message)) {
            subscribe(service);
            close();
        }
    }

    /** Whether a positive answer is one to this request: with data of an identifier that was asked for, if it asked for any. */
    private boolean tells(byte[] message) {
        if (at(request, 0) != Sid.READ_DATA) {
            return true;
        }
        for (int i = 1; i + 1 < request.length; i += 2) {
            if (at(request, i) == at(message, 1) && at(request, i + 1) == at(message, 2)) {
                return true;
            }
        }
        return false;
    }

    private void await() {
        if (subscribed) {
            endpoint.take(Intake.ALL);
        } else if (suppressed()) {
            endpoint.take(Intake.SINGLE_FRAMES, PATIENCE_FOR_REFUSAL);
        } else {
            endpoint.take(Intake.ALL, PATIENCE);
        }
    }

    private void close() {
        request = new byte[0];
        endpoint.take(subscribed ? Intake.ALL : Intake.NOTHING);
    }

    private boolean suppressed() {
        return Sid.hasSubFunction(at(request, 0)) && (at(request, 1) & Sid.SUPPRESS) != 0;
    }

    private void subscribe(int service) {
        int how = at(request, 1);
        switch (service) {
            case Sid.READ_PERIODIC -> subscribed = how != STOP_SENDING;
            case Sid.RESPONSE_ON_EVENT -> {
                int type = how & EVENT_TYPES;
                subscribed = type == START_EVENTS || (subscribed && type != STOP_EVENTS && type != CLEAR_EVENTS);
            }
            case Sid.SESSION_CONTROL, Sid.ECU_RESET -> subscribed = false;
            default -> {}
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : 0;
    }
}
