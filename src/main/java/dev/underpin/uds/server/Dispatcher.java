package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that hold for all services, in the order of ISO 14229-1:2020 figures 5 and 6, then the service's own. */
final class Dispatcher {
    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final Map<Integer, Service> services;

    Dispatcher(EcuDiagnostics ecu, ServerState state, Map<Integer, Service> services) {
        this.ecu = ecu;
        this.state = state;
        this.services = services;
    }

    void dispatch(Request request, Reply reply) {
        try {
            serve(request, reply);
        } catch (NegativeResponse refusal) {
            reply.negative(refusal.nrc());
        }
    }

    private void serve(Request request, Reply reply) {
        NegativeResponse.unlessPositive(ecu.objection(request.message()));
        Service service = supported(request);
        if (Sid.hasSubFunction(request.sid()) && request.sid() != Sid.ROUTINE_CONTROL) {
            checkSubFunction(service, request);
        }
        service.check(request);
        NegativeResponse.unlessPositive(ecu.precondition(request.sid(), request.message()));
        service.serve(request, reply);
    }

    private Service supported(Request request) {
        Access access = ecu.services().of(request.sid());
        @Nullable Service service = services.get(request.sid());
        if (access == null || service == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        NegativeResponse.unless(state.available(access), Nrc.SERVICE_NOT_IN_SESSION);
        state.requireUnlocked(access);
        NegativeResponse.unless(!access.secured() || request.secured(), Nrc.SECURE_TRANSMISSION_REQUIRED);
        return service;
    }

    private void checkSubFunction(Service service, Request request) {
        request.requireAtLeast(2);
        NegativeResponse.unless(service.hasSubFunction(request.subFunction()), Nrc.SUB_FUNCTION_NOT_SUPPORTED);
        Access access = ecu.services().of(request.sid(), request.subFunction());
        NegativeResponse.unless(state.available(access), Nrc.SUB_FUNCTION_NOT_IN_SESSION);
        state.requireUnlocked(access);
    }
}
