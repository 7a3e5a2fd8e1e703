package dev.underpin.rig.virtual;

import dev.underpin.fault.UplinkFault.Pretence;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Where the cloud's name leads: to the cloud, nowhere, or to somebody who has to pass for it in a real TLS handshake. */
final class Impostors {
    private static final byte[] ROGUE = "{\"rogue\": true}".getBytes(StandardCharsets.UTF_8);

    private final String vin;
    private final Deque<Destination> destinations = new ArrayDeque<>();

    /** @param vin the vehicle that he waits for */
    Impostors(String vin) {
        this.vin = vin;
    }

    /** The way to the cloud, unless the name leads elsewhere. */
    HttpExchange between(HttpExchange cloud) {
        return request -> {
            Destination elsewhere = destinations.peekLast();
            return elsewhere == null ? cloud.exchange(request) : elsewhere.answer();
        };
    }

    Runnable nameless() {
        return lead(() -> {
            throw new ExchangeFailed("the name cannot be resolved");
        });
    }

    Runnable begin(Pretence pretence) {
        return lead(() -> {
            Handshake.with(vin, pretence);
            return new Response(200, Map.of("content-type", "application/json"), ROGUE);
        });
    }

    private Runnable lead(Destination destination) {
        destinations.addLast(destination);
        return () -> destinations.remove(destination);
    }

    private interface Destination {
        Response answer() throws ExchangeFailed;
    }
}
