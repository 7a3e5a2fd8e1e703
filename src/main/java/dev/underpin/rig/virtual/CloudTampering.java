package dev.underpin.rig.virtual;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.fault.AnswerHarm;
import dev.underpin.fault.MetadataHarm;
import dev.underpin.fault.MetadataRole;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A man in the middle between the radio link and the cloud: forges the metadata of the Uptane repositories and spoils other answers. What
 * comes first in time has the first say.
 */
final class CloudTampering {
    private final VehicleIdentity identity;
    private final Calendar calendar;
    private final List<Tamperer> tamperers = new ArrayList<>();

    /** @param vin the vehicle in whose name the attacker asks the cloud */
    CloudTampering(String vin, Calendar calendar, Entropy entropy) {
        var key = DevelopmentKeys.standard().vehicle(vin);
        this.identity = new VehicleIdentity(
                vin, key.getPrivate(), DevelopmentKeys.keyId(key.getPublic()), calendar, entropy.fork("attacker"));
        this.calendar = calendar;
    }

    /** The way to the cloud with this in between. */
    HttpExchange between(HttpExchange cloud) {
        return request -> {
            for (Tamperer tamperer : tamperers) {
                Optional<Response> answer = tamperer.answer(request, cloud);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return cloud.exchange(request);
        };
    }

    /**
     * Forges a role of a repository until the result is run.
     *
     * @param repository {@code director} or {@code image-repo}
     */
    Runnable forge(String repository, MetadataRole role, MetadataHarm harm) {
        return begin(new MetadataForger(repository, role, harm, identity, calendar)::answer);
    }

    /** Spoils so many of the next answers to requests whose path fits the regular expression. */
    Runnable spoil(String path, AnswerHarm harm, int times) {
        return begin(new Tamperer() {
            private int left = times;

            @Override
            public Optional<Response> answer(Request request, HttpExchange cloud) throws ExchangeFailed {
                return request.path().matches(path) && left-- > 0
                        ? Optional.of(AnswerSpoiler.spoilt(harm, request, cloud))
                        : Optional.empty();
            }
        });
    }

    private Runnable begin(Tamperer tamperer) {
        tamperers.add(tamperer);
        return () -> tamperers.remove(tamperer);
    }

    private interface Tamperer {
        /** An answer to the request; empty when it is none of this one's. */
        Optional<Response> answer(Request request, HttpExchange cloud) throws ExchangeFailed;
    }
}
