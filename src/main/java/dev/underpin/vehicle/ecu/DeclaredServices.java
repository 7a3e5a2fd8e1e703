package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Session;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.ServiceTable;
import dev.underpin.vehicle.ecu.table.ServiceSpec;
import java.util.List;
import java.util.Map;

/** The services that the table gives a control unit, as its server wants them. */
final class DeclaredServices {
    private DeclaredServices() {}

    static ServiceTable of(List<ServiceSpec> declared) {
        ServiceTable services = ServiceTable.empty();
        for (ServiceSpec service : declared) {
            Access access =
                    in(service.sessions()).unlocked(service.unlocked() ? 1 : 0).authenticated(service.role());
            access = service.secured() ? access.securedOnly() : access;
            services = services.with(service.sid(), access);
            for (Map.Entry<Integer, List<Session>> narrower : service.narrower().entrySet()) {
                services = services.with(service.sid(), narrower.getKey(), in(narrower.getValue()));
            }
        }
        return services;
    }

    private static Access in(List<Session> sessions) {
        return Access.in(sessions.toArray(Session[]::new));
    }
}
