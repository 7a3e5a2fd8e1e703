package dev.underpin.rig.virtual;

import dev.underpin.cloud.http.CloudLink;
import dev.underpin.cloud.http.CloudResponse;
import dev.underpin.vehicle.telematics.HttpExchange;
import java.io.IOException;

/** The vehicle's or the app's way to the cloud: carries exchanges over a link of the cloud. */
final class CloudExchange implements HttpExchange {
    private final CloudLink link;

    CloudExchange(CloudLink link) {
        this.link = link;
    }

    @Override
    public Response exchange(Request request) throws ExchangeFailed {
        try {
            CloudResponse response = link.handle(request.method(), request.path(), request.headers(), request.body());
            return new Response(response.status(), response.headers(), response.body());
        } catch (IOException unreachable) {
            throw new ExchangeFailed(String.valueOf(unreachable.getMessage()));
        }
    }
}
