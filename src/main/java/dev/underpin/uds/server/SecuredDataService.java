package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * 0x84: administrative parameter (bit 0 request, bit 5 signed; encryption is not supported), calculation 00, two bytes length of the
 * code, two bytes anti-replay counter, the request inside, its code. The code covers all before it. The response is built alike.
 */
final class SecuredDataService implements Service {
    private static final int HEADER = 8;
    private static final int SIGNED_REQUEST = 0x0021;
    private static final int SIGNED = 0x0020;

    private final EcuDiagnostics ecu;
    private final BiConsumer<Request, Reply> inner;

    SecuredDataService(EcuDiagnostics ecu, BiConsumer<Request, Reply> inner) {
        this.ecu = ecu;
        this.inner = inner;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(HEADER + 1);
        NegativeResponse.unless(request.word(1) == SIGNED_REQUEST && request.at(3) == 0, Nrc.OUT_OF_RANGE);
        request.requireAtLeast(HEADER + 1 + request.word(4));
        byte[] body = Arrays.copyOf(request.message(), codeIndex(request));
        boolean genuine = MessageDigest.isEqual(channel().code(body), request.from(codeIndex(request)));
        boolean fresh = request.word(6) > channel().lastCounter();
        NegativeResponse.unless(genuine && fresh, Nrc.SECURE_VERIFICATION_FAILED);
        NegativeResponse.unless(request.at(HEADER) != request.sid(), Nrc.SECURE_TRANSMISSION_NOT_ALLOWED);
    }

    @Override
    public void serve(Request request, Reply reply) {
        channel().lastCounter(request.word(6));
        byte[] message = Arrays.copyOfRange(request.message(), HEADER, codeIndex(request));
        Request asked = new Request(message, false);
        inner.accept(
                asked, new InnerReply(asked, response -> reply.positive(secured(request, response))).within(reply));
    }

    private byte[] secured(Request request, byte[] response) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int length = request.word(4);
        message.writeBytes(new byte[] {
            (byte) 0xC4, 0, SIGNED, 0, (byte) (length >> 8), (byte) length, request.message()[6], request.message()[7]
        });
        message.writeBytes(response);
        message.writeBytes(channel().code(message.toByteArray()));
        byte[] whole = message.toByteArray();
        return Arrays.copyOfRange(whole, 1, whole.length);
    }

    private SecuredChannel channel() {
        SecuredChannel channel = ecu.securedChannel();
        if (channel == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        return channel;
    }

    private static int codeIndex(Request request) {
        return request.length() - request.word(4);
    }
}
