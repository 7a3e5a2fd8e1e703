package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Body;
import dev.underpin.cloud.http.Leg;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.registry.VehicleAuthentication;
import dev.underpin.cloud.trust.Json;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The vehicle's way to the support desk. */
public final class VehicleSessionRoutes {
    private static final String SESSION = "/vehicle/v1/{vin}/sessions/{session}";

    private final DeskService desk;
    private final VehicleAuthentication authentication;

    public VehicleSessionRoutes(DeskService desk, VehicleAuthentication authentication) {
        this.desk = desk;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                route("POST", "/vehicle/v1/{vin}/eligibility", this::eligibility),
                route("POST", "/vehicle/v1/{vin}/sessions", this::open),
                route("GET", SESSION + "/commands", this::commands),
                route("PUT", SESSION + "/snapshot", this::snapshot),
                route("POST", SESSION + "/results", this::result),
                route("POST", SESSION + "/health", this::health),
                route("POST", SESSION + "/end", this::end),
                route("GET", SESSION + "/report", this::report),
                route("POST", SESSION + "/report/ack", this::acknowledge));
    }

    private Route route(String method, String template, BiFunction<ApiRequest, Vehicle, Reply> answer) {
        return new Route(
                Leg.VEHICLE,
                method,
                template,
                request -> answer.apply(request, authentication.authenticate(request, request.variable("vin"))));
    }

    private Reply eligibility(ApiRequest request, Vehicle vehicle) {
        return Reply.json(200, desk.checkEligible(vehicle, request.body()));
    }

    private Reply open(ApiRequest request, Vehicle vehicle) {
        return Reply.json(201, desk.open(vehicle, request.body()));
    }

    private Reply commands(ApiRequest request, Vehicle vehicle) {
        DiagnosticSession session = session(request, vehicle, true);
        long after = request.number("after", 0);
        ArrayNode commands = Json.array();
        session.commands().stream()
                .filter(command -> command.sequence() > after)
                .forEach(command -> commands.add(command.delivery()));
        ObjectNode body = state(session);
        body.set("commands", commands);
        return Reply.json(200, body);
    }

    private Reply snapshot(ApiRequest request, Vehicle vehicle) {
        DiagnosticSession session = session(request, vehicle, false);
        desk.snapshot(session, request.body());
        return Reply.json(200, state(session));
    }

    private Reply result(ApiRequest request, Vehicle vehicle) {
        DiagnosticSession session = session(request, vehicle, true);
        boolean first = desk.result(session, request.body());
        return Reply.json(200, state(session).put("status", first ? "accepted" : "duplicate"));
    }

    private Reply health(ApiRequest request, Vehicle vehicle) {
        DiagnosticSession session = session(request, vehicle, true);
        if (!session.state().ended()) {
            session.add(request.body().json());
        }
        return Reply.json(200, state(session));
    }

    private Reply end(ApiRequest request, Vehicle vehicle) {
        DiagnosticSession known = desk.session(request.variable("session"));
        if (known.state().ended() && known.vin().equals(vehicle.vin())) {
            return Reply.json(200, state(known));
        }
        DiagnosticSession session = session(request, vehicle, false);
        Body body = request.body();
        desk.end(session, body.text("by"), body.optionalText("reason").orElse("ended by " + body.text("by")));
        return Reply.json(200, state(session));
    }

    private Reply report(ApiRequest request, Vehicle vehicle) {
        return Reply.json(200, desk.report(vehicle, request.variable("session")).body());
    }

    private Reply acknowledge(ApiRequest request, Vehicle vehicle) {
        Report report = desk.report(vehicle, request.variable("session"));
        desk.acknowledge(report, request.body().text("sha256"));
        return Reply.json(200, Json.object().put("status", "acknowledged"));
    }

    private DiagnosticSession session(ApiRequest request, Vehicle vehicle, boolean afterEnd) {
        return desk.authorised(vehicle, request, request.variable("session"), afterEnd);
    }

    private static ObjectNode state(DiagnosticSession session) {
        return Json.object().put("state", session.state().text());
    }
}
