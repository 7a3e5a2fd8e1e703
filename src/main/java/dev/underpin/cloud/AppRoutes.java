package dev.underpin.cloud;

import dev.underpin.cloud.desk.DeskService;
import dev.underpin.cloud.desk.DiagnosticSession;
import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Body;
import dev.underpin.cloud.http.Leg;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.update.UpdateService;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** The companion app's way in. */
final class AppRoutes {
    private static final Set<String> COMMANDS = Set.of(
            "Install Update", "Download Now", "Install Now", "Schedule", "Confirm", "Later", "Retry", "Cancel", "OK");

    private final Registry registry;
    private final UpdateService updates;
    private final DeskService desk;

    AppRoutes(Registry registry, UpdateService updates, DeskService desk) {
        this.registry = registry;
        this.updates = updates;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                route("GET", "/app/v1/{vin}/inbox", this::inbox),
                route("GET", "/app/v1/{vin}/update", this::update),
                route("POST", "/app/v1/{vin}/commands", this::command),
                route("POST", "/app/v1/{vin}/support-requests", this::supportRequest),
                route("POST", "/app/v1/{vin}/session-consent", this::consent));
    }

    private Route route(String method, String template, BiFunction<ApiRequest, Vehicle, Reply> answer) {
        return new Route(
                Leg.APP, method, template, request -> answer.apply(request, registry.vehicle(request.variable("vin"))));
    }

    private Reply inbox(ApiRequest request, Vehicle vehicle) {
        ObjectNode body = Json.object();
        body.set("messages", vehicle.appInbox().after(request.number("after", 0)));
        return Reply.json(200, body);
    }

    private Reply update(ApiRequest request, Vehicle vehicle) {
        return Reply.json(200, updates.overview(vehicle));
    }

    private Reply command(ApiRequest request, Vehicle vehicle) {
        if (!vehicle.account().registered()) {
            throw new ApiError(403, "account-not-registered", "the vehicle has no registered account");
        }
        Body body = request.body();
        String command = body.text("command");
        if (!COMMANDS.contains(command)) {
            throw new ApiError(400, "request-malformed", "command: unknown: " + command);
        }
        ObjectNode message = Json.object().put("command", command);
        body.optionalText("at").ifPresent(at -> message.put("at", at));
        vehicle.mailbox().post("app-command", message);
        return Reply.json(202, Json.object().put("status", "accepted"));
    }

    private Reply supportRequest(ApiRequest request, Vehicle vehicle) {
        DiagnosticSession session = desk.supportRequest(vehicle.vin());
        return Reply.json(
                202,
                Json.object()
                        .put("sessionId", session.id())
                        .put("state", session.state().text()));
    }

    private Reply consent(ApiRequest request, Vehicle vehicle) {
        boolean granted = request.body().flag("grant");
        desk.consent(vehicle.vin(), granted);
        return Reply.json(200, Json.object().put("granted", granted));
    }
}
