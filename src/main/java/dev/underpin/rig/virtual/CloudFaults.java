package dev.underpin.rig.virtual;

import dev.underpin.fault.CloudFault;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stands between the radio link and the cloud, and spoils exchanges. */
final class CloudFaults {
    private final List<Spoiler> spoilers = new ArrayList<>();
    private final OldAnswers memory = new OldAnswers();
    private final CloudTampering tampering;
    private final VehicleClock clock;
    private boolean wronglyBuilt;

    /** @param clock the cloud's */
    CloudFaults(CloudTampering tampering, VehicleClock clock) {
        this.tampering = tampering;
        this.clock = clock;
    }

    /** Whether what is released is built with the wrong certificate. */
    boolean wronglyBuilt() {
        return wronglyBuilt;
    }

    /** The way to the cloud with this in between. */
    HttpExchange between(HttpExchange way) {
        HttpExchange tampered = memory.between(tampering.between(way));
        return request -> {
            for (Spoiler spoiler : List.copyOf(spoilers)) {
                if (request.path().matches(spoiler.path()) && spoiler.isMeant()) {
                    return spoiler.spoilt(request, tampered);
                }
            }
            return tampered.exchange(request);
        };
    }

    Runnable begin(CloudFault fault) {
        return switch (fault) {
            case CloudFault.ExchangeLost it -> spoil(new Lost(it.path(), it.occurrence()));
            case CloudFault.CloudStatus it -> spoil(new Refusal(it.path(), it.status(), it.times()));
            case CloudFault.AnswerSpoilt it -> tampering.spoil(it.path(), it.how(), it.times());
            case CloudFault.MetadataForged it -> tampering.forge(it.repository(), it.role(), it.forgery());
            case CloudFault.ServerClockWrong it -> clock.wrong(it.seconds() * Nanos.SECOND);
            case CloudFault.WrongBuild it -> {
                wronglyBuilt = true;
                yield () -> wronglyBuilt = false;
            }
            case CloudFault.RequestDoubled it -> spoil(new Doubled(it.path()));
            case CloudFault.OldAnswer it -> memory.again(it);
        };
    }

    private Runnable spoil(Spoiler spoiler) {
        spoilers.add(spoiler);
        return () -> spoilers.remove(spoiler);
    }

    /** Spoils some of the exchanges whose path matches. */
    private interface Spoiler {
        String path();

        /** Counts an exchange that matches; whether it is to be spoilt. */
        boolean isMeant();

        Response spoilt(Request request, HttpExchange cloud) throws ExchangeFailed;
    }

    private static final class Lost implements Spoiler {
        private final String path;
        private int until;

        Lost(String path, int occurrence) {
            this.path = path;
            this.until = occurrence;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public boolean isMeant() {
            return --until == 0;
        }

        @Override
        public Response spoilt(Request request, HttpExchange cloud) throws ExchangeFailed {
            cloud.exchange(request);
            throw new ExchangeFailed("the connection was reset before the answer came");
        }
    }

    private static final class Refusal implements Spoiler {
        private final String path;
        private final int status;
        private int left;

        Refusal(String path, int status, int times) {
            this.path = path;
            this.status = status;
            this.left = times;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public boolean isMeant() {
            return left-- > 0;
        }

        @Override
        public Response spoilt(Request request, HttpExchange cloud) {
            return new Response(status, Map.of(), new byte[0]);
        }
    }

    private static final class Doubled implements Spoiler {
        private final String path;
        private boolean done;

        Doubled(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public boolean isMeant() {
            boolean first = !done;
            done = true;
            return first;
        }

        @Override
        public Response spoilt(Request request, HttpExchange cloud) throws ExchangeFailed {
            cloud.exchange(request);
            return cloud.exchange(request);
        }
    }
}
