package dev.underpin.cloud.update;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Body;
import dev.underpin.cloud.http.Endpoint;
import dev.underpin.cloud.http.Leg;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.registry.VehicleAuthentication;
import dev.underpin.cloud.trust.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** The vehicle's way to the update cloud. */
public final class UpdateRoutes {
    private final UpdateService updates;
    private final VehicleAuthentication authentication;

    public UpdateRoutes(UpdateService updates, VehicleAuthentication authentication) {
        this.updates = updates;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                vehicle("GET", "/vehicle/v1/{vin}/mailbox", this::mailbox),
                vehicle("GET", "/vehicle/v1/{vin}/offer", this::offer),
                vehicle("GET", "/vehicle/v1/{vin}/director/{file}", this::directorFile),
                vehicle("POST", "/vehicle/v1/{vin}/events", this::event),
                vehicle("POST", "/vehicle/v1/{vin}/manifest", this::manifest),
                new Route(Leg.VEHICLE, "GET", "/vehicle/v1/image-repo/{file}", this::imageRepositoryFile),
                new Route(Leg.VEHICLE, "GET", "/vehicle/v1/images/{filename}", this::image));
    }

    private Route vehicle(String method, String template, BiFunction<ApiRequest, Vehicle, Reply> answer) {
        Endpoint endpoint =
                request -> answer.apply(request, authentication.authenticate(request, request.variable("vin")));
        return new Route(Leg.VEHICLE, method, template, endpoint);
    }

    private Reply mailbox(ApiRequest request, Vehicle vehicle) {
        ObjectNode body = Json.object();
        body.set("messages", vehicle.mailbox().after(request.number("after", 0)));
        return Reply.json(200, body);
    }

    private Reply offer(ApiRequest request, Vehicle vehicle) {
        return updates.offerFor(vehicle)
                .map(offer -> Reply.json(200, offer.json()))
                .orElseGet(Reply::noContent);
    }

    private Reply directorFile(ApiRequest request, Vehicle vehicle) {
        return metadata(request, updates.directorFile(vehicle, request.variable("file")));
    }

    private Reply imageRepositoryFile(ApiRequest request) {
        authentication.authenticate(request, request.peer().name());
        return metadata(request, updates.imageRepositoryFile(request.variable("file")));
    }

    private static Reply metadata(ApiRequest request, Optional<byte[]> file) {
        return file.map(bytes -> Reply.json(200, bytes))
                .orElseThrow(() -> new ApiError(404, "unknown-metadata", "no metadata " + request.variable("file")));
    }

    private Reply image(ApiRequest request) {
        authentication.authenticate(request, request.peer().name());
        String filename = request.variable("filename");
        return updates.image(filename)
                .map(image -> RangeReply.of(request, image))
                .orElseThrow(() -> new ApiError(404, "unknown-image", "no image " + filename));
    }

    private Reply event(ApiRequest request, Vehicle vehicle) {
        Body body = request.body();
        body.text("phase");
        boolean fresh = updates.event(vehicle, body.text("offerId"), body.whole("sequence"), body.json());
        return Reply.json(200, Json.object().put("status", fresh ? "accepted" : "duplicate"));
    }

    private Reply manifest(ApiRequest request, Vehicle vehicle) {
        SyncStatus status = updates.manifest(vehicle, request.bytes()).status();
        return Reply.json(200, Json.object().put("status", status.name()));
    }
}
