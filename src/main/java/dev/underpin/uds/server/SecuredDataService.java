package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * 0x84 (ISO 14229-1:2020 clause 16): administrative parameter, calculation, two bytes length of the signature, two bytes anti-replay
 * counter, the request inside, its signature. The signature covers all before it, encrypted if it is. The response is built alike, as the
 * request was: encrypted, and signed if its signature was asked for. Requests have to be signed; services that speak later, unasked, and
 * this one itself are not allowed inside.
 */
final class SecuredDataService implements Service {
    private final EcuDiagnostics ecu;
    private final BiConsumer<Request, Reply> inner;

    SecuredDataService(EcuDiagnostics ecu, BiConsumer<Request, Reply> inner) {
        this.ecu = ecu;
        this.inner = inner;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(SecuredMessage.HEADER + 1);
        SecuredMessage message = SecuredMessage.of(request);
        NegativeResponse.unless(message.wellFormed(), Nrc.INCORRECT_LENGTH);
        NegativeResponse.unless(genuine(request, message), Nrc.SECURE_VERIFICATION_FAILED);
        NegativeResponse.unless(allowed(opened(message)[0] & 0xFF), Nrc.SECURE_TRANSMISSION_NOT_ALLOWED);
    }

    @Override
    public void serve(Request request, Reply reply) {
        SecuredMessage message = SecuredMessage.of(request);
        channel().lastCounter(message.counter());
        Request asked = Request.secured(opened(message));
        inner.accept(
                asked,
                new InnerReply(asked, response -> reply.positive(message.response(response, channel()))).within(reply));
    }

    private boolean genuine(Request request, SecuredMessage message) {
        byte[] body = Arrays.copyOf(request.message(), request.length() - message.code().length);
        return message.signed()
                && channel().calculates(message.calculation())
                && MessageDigest.isEqual(channel().code(body), message.code())
                && message.counter() > channel().lastCounter();
    }

    private byte[] opened(SecuredMessage message) {
        return message.encrypted() ? channel().decrypt(message.nonce(true), message.inside()) : message.inside();
    }

    private static boolean allowed(int sid) {
        return sid != Sid.SECURED_DATA && sid != Sid.READ_PERIODIC && sid != Sid.RESPONSE_ON_EVENT;
    }

    private SecuredChannel channel() {
        SecuredChannel channel = ecu.securedChannel();
        if (channel == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        return channel;
    }
}
