package dev.underpin.rig.virtual;

import dev.underpin.cloud.http.DevelopmentAuthority;
import dev.underpin.cloud.http.Peer;
import dev.underpin.fault.UplinkFault.Pretence;
import dev.underpin.time.Entropy;
import dev.underpin.time.WallClock;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** A TLS handshake (RFC 8446) of the vehicle, which trusts the cloud's authority alone, with somebody who is not the cloud; in memory. */
final class Handshake {
    private static final Duration LONG_AGO = Duration.ofDays(400);
    private static final int MOST_FLIGHTS = 50;

    /** A ServerHello of TLS 1.0 (RFC 2246, 7.4.1.3) that chooses TLS_RSA_WITH_AES_128_CBC_SHA. */
    private static final byte[] OLD_HELLO =
            HexFormat.of().parseHex("160301002a" + "02000026" + "0301" + "00".repeat(32) + "00" + "002f" + "00");

    private static final Map<Pretence, SSLContext> CONTEXTS = new EnumMap<>(Pretence.class);
    private static final DevelopmentAuthority TRUSTED = new DevelopmentAuthority(new Entropy(1));
    private static final DevelopmentAuthority FOREIGN = new DevelopmentAuthority(new Entropy(666));

    private final SSLEngine vehicle;
    private final ByteBuffer toServer;
    private final ByteBuffer toVehicle;

    private Handshake(String vin) {
        vehicle = engine(TRUSTED.client(Peer.vehicle(vin)), true);
        int room = 4 * vehicle.getSession().getPacketBufferSize();
        toServer = ByteBuffer.allocate(room);
        toVehicle = ByteBuffer.allocate(room);
    }

    /** Comes back if the vehicle was taken in. */
    static void with(String vin, Pretence pretence) throws ExchangeFailed {
        try {
            synchronized (CONTEXTS) {
                new Handshake(vin).shake(pretence);
            }
        } catch (SSLException refused) {
            throw new ExchangeFailed("TLS: " + words(refused));
        }
    }

    private void shake(Pretence pretence) throws SSLException {
        switch (pretence) {
            case OLD_PROTOCOL -> answered(OLD_HELLO);
            case HANG_UP -> {
                answered(new byte[0]);
                vehicle.closeInbound();
            }
            default -> shake(engine(server(pretence), false));
        }
    }

    private void answered(byte[] flight) throws SSLException {
        step(vehicle, toVehicle, toServer);
        toVehicle.put(flight);
        step(vehicle, toVehicle, toServer);
    }

    private void shake(SSLEngine server) throws SSLException {
        for (int flight = 0; flight < MOST_FLIGHTS; flight++) {
            step(vehicle, toVehicle, toServer);
            if (vehicle.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
                return;
            }
            step(server, toServer, toVehicle);
        }
        throw new SSLException("the handshake does not end");
    }

    /** One side reads what came and says what it has to say. */
    private static void step(SSLEngine side, ByteBuffer in, ByteBuffer out) throws SSLException {
        ByteBuffer none = ByteBuffer.allocate(side.getSession().getApplicationBufferSize());
        in.flip();
        boolean going = true;
        while (going) {
            tasks(side);
            SSLEngineResult result = switch (side.getHandshakeStatus()) {
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> side.unwrap(in, none);
                default -> side.wrap(ByteBuffer.allocate(0), out);
            };
            tasks(side);
            boolean starved = result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW;
            boolean idle = result.bytesConsumed() == 0 && result.bytesProduced() == 0;
            going = !starved && !(idle && side.getHandshakeStatus() != HandshakeStatus.NEED_WRAP);
        }
        in.compact();
    }

    private static void tasks(SSLEngine side) {
        for (Runnable task = side.getDelegatedTask(); task != null; task = side.getDelegatedTask()) {
            task.run();
        }
    }

    private static SSLEngine engine(SSLContext context, boolean client) {
        SSLEngine engine = context.createSSLEngine(DevelopmentAuthority.LOOPBACK, 443);
        engine.setUseClientMode(client);
        if (client) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        return engine;
    }

    private static SSLContext server(Pretence pretence) {
        return CONTEXTS.computeIfAbsent(pretence, it -> {
            Instant now = WallClock.now();
            return switch (it) {
                case EXPIRED -> TRUSTED.server(DevelopmentAuthority.LOOPBACK, now.minus(LONG_AGO));
                case OTHER_HOST -> TRUSTED.server("updates.invalid", now);
                case SELF_SIGNED -> FOREIGN.selfSigned();
                default -> FOREIGN.server(DevelopmentAuthority.LOOPBACK, now);
            };
        });
    }

    /** The same words on every day: what the library says names dates and keys. */
    private static String words(SSLException refused) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append(' ');
        }
        String said = all.toString();
        if (said.contains("validity check failed") || said.contains("NotAfter")) {
            return "the certificate has expired";
        }
        if (said.contains("PKIX path") || said.contains("trust")) {
            return "the certificate is of nobody who is trusted";
        }
        if (said.contains("subject alternative")) {
            return "the certificate is for another host";
        }
        return said.contains("protocol") || said.contains("TLS10") || said.contains("version")
                ? "the protocol is too old"
                : "the handshake ended early";
    }
}
