package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Body;
import dev.underpin.cloud.http.Leg;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The technician's console. */
public final class DeskRoutes {
    private static final String SESSION = "/desk/v1/sessions/{session}";

    private final DeskService desk;

    public DeskRoutes(DeskService desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                route("GET", "/desk/v1/sessions", this::sessions),
                route("GET", SESSION, this::session),
                route("POST", SESSION + "/commands", this::command),
                route("POST", SESSION + "/locks", this::lock),
                route("POST", SESSION + "/commands/{command}/skip", this::skip),
                route("POST", SESSION + "/appointments", this::appointment),
                route("POST", SESSION + "/hand-over", this::handOver),
                route("POST", SESSION + "/close", this::close),
                route("POST", "/desk/v1/calls", this::call),
                route("GET", "/desk/v1/slots", this::slots),
                route("GET", "/desk/v1/inbox", this::inbox),
                route("GET", "/desk/v1/audit", this::audit));
    }

    private Route route(String method, String template, BiFunction<ApiRequest, Technician, Reply> answer) {
        return new Route(Leg.DESK, method, template, request -> {
            try {
                return answer.apply(request, desk.technician(request));
            } catch (ApiError refusal) {
                desk.turnedAway(request, refusal);
                throw refusal;
            }
        });
    }

    private Reply sessions(ApiRequest request, Technician technician) {
        ArrayNode list = Json.array();
        desk.sessions().forEach(session -> list.add(SessionView.summary(session)));
        return Reply.json(200, wrapped("sessions", list));
    }

    private Reply session(ApiRequest request, Technician technician) {
        DiagnosticSession session = desk.session(request.variable("session"));
        return Reply.json(
                200, SessionView.whole(session, desk.now(), desk.settings().silence()));
    }

    private Reply command(ApiRequest request, Technician technician) {
        Console.Made<Command> made =
                desk.console().command(desk.session(request.variable("session")), technician, request.body());
        return Reply.json(made.fresh() ? 201 : 200, made.thing().record());
    }

    private Reply lock(ApiRequest request, Technician technician) {
        DiagnosticSession session = desk.session(request.variable("session"));
        return Reply.json(
                201, desk.console().lock(session, technician, request.body()).json());
    }

    private Reply skip(ApiRequest request, Technician technician) {
        DiagnosticSession session = desk.session(request.variable("session"));
        desk.console()
                .skip(
                        session,
                        technician,
                        request.variable("command"),
                        request.body().text("reason"));
        return Reply.json(200, Json.object().put("status", "skipped"));
    }

    private Reply appointment(ApiRequest request, Technician technician) {
        Console.Made<Appointment> made =
                desk.console().appoint(desk.session(request.variable("session")), technician, request.body());
        return Reply.json(made.fresh() ? 201 : 200, made.thing().json());
    }

    private Reply close(ApiRequest request, Technician technician) {
        DiagnosticSession session = desk.session(request.variable("session"));
        Report report = desk.console().close(session, technician, request.body().text("outcome"));
        return Reply.json(200, report.body());
    }

    private Reply call(ApiRequest request, Technician technician) {
        Body body = request.body();
        DiagnosticSession session = desk.call(body.text("vin"), body.text("phone"), technician);
        return Reply.json(
                202,
                Json.object()
                        .put("sessionId", session.id())
                        .put("state", session.state().text()));
    }

    private Reply slots(ApiRequest request, Technician technician) {
        List<String> free =
                desk.console().freeSlots().stream().map(Instant::toString).toList();
        return Reply.json(200, wrapped("slots", Json.array(free)));
    }

    private Reply inbox(ApiRequest request, Technician technician) {
        return Reply.json(200, wrapped("reports", desk.inbox()));
    }

    private Reply handOver(ApiRequest request, Technician technician) {
        DiagnosticSession session = desk.session(request.variable("session"));
        Technician next = desk.onDuty(request.body().text("to"));
        desk.console().handOver(session, technician, next);
        return Reply.json(200, Json.object().put("technician", next.name()));
    }

    private Reply audit(ApiRequest request, Technician technician) {
        ArrayNode entries = Json.array();
        desk.audit()
                .entries()
                .forEach(entry -> entries.add(Json.object()
                        .put("at", entry.at().toString())
                        .put("actor", entry.actor())
                        .put("action", entry.action())
                        .put("subject", entry.subject())
                        .put("detail", entry.detail())
                        .put("previous", entry.previous())
                        .put("hash", entry.hash())));
        return Reply.json(200, wrapped("entries", entries));
    }

    private static ObjectNode wrapped(String member, ArrayNode array) {
        ObjectNode body = Json.object();
        body.set(member, array);
        return body;
    }
}
