package dev.underpin.cloud;

import dev.underpin.cloud.desk.DeskRoutes;
import dev.underpin.cloud.desk.DeskService;
import dev.underpin.cloud.desk.KnowledgeBook;
import dev.underpin.cloud.desk.VehicleSessionRoutes;
import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.CloudLink;
import dev.underpin.cloud.http.CloudServer;
import dev.underpin.cloud.http.DevelopmentAuthority;
import dev.underpin.cloud.http.Doorkeeper;
import dev.underpin.cloud.http.Peer;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.registry.Registry;
import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.registry.VehicleAuthentication;
import dev.underpin.cloud.update.OfferRule;
import dev.underpin.cloud.update.SyncRule;
import dev.underpin.cloud.update.UpdateRoutes;
import dev.underpin.cloud.update.UpdateService;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One cloud for one scenario: update cloud, support desk and companion app behind an HTTP front, with and without sockets.
 *
 * <p>Threading: the Java methods belong to the scheduler's thread; over HTTPS they must not run while an exchange is under way.
 * Whoever opened the cloud closes it.
 */
public final class Cloud implements AutoCloseable {
    private final CloudSetup setup;
    private final AuditLog audit;
    private final Registry registry;
    private final UpdateService updates;
    private final DeskService desk;
    private final CloudServer server;

    private Cloud(CloudSetup setup, Opening opening) throws IOException {
        this.setup = setup;
        this.audit = new AuditLog(setup.calendar());
        this.registry = new Registry(setup.keys(), audit);
        this.updates = updates(setup);
        this.desk = desk(setup);
        this.server = opening.open(routes(), this::turnedAway);
    }

    /** A cloud that is called without sockets, on the caller's thread. */
    public static Cloud withoutSockets(CloudSetup setup) {
        try {
            return new Cloud(setup, CloudServer::withoutSockets);
        } catch (IOException e) {
            throw new IllegalStateException("a cloud without sockets does no input or output", e);
        }
    }

    /**
     * A cloud behind HTTPS with mutual TLS at a free port of the loopback interface.
     *
     * @throws IOException when the port or the key stores cannot be had
     */
    public static Cloud overHttps(CloudSetup setup) throws IOException {
        DevelopmentAuthority authority =
                new DevelopmentAuthority(setup.entropy().fork("authority"));
        return new Cloud(setup, (routes, doorkeeper) -> CloudServer.overHttps(routes, doorkeeper, authority));
    }

    /** Takes a vehicle that left the factory with the base release into the registry, or changes its account. */
    public Vehicle enrol(Account account) {
        return enrol(account, setup.catalogue().base());
    }

    /** Takes a vehicle whose active slots hold {@code installed} into the registry, or changes its account. */
    public Vehicle enrol(Account account, Release installed) {
        boolean known = registry.knows(account.vin());
        Vehicle vehicle = registry.account(account);
        if (!known) {
            updates.installed(account.vin(), installed);
        }
        return vehicle;
    }

    public Registry registry() {
        return registry;
    }

    public UpdateService updates() {
        return updates;
    }

    public DeskService desk() {
        return desk;
    }

    public AuditLog audit() {
        return audit;
    }

    /** The way in for the vehicle {@code vin}. */
    public CloudLink vehicle(String vin) {
        return server.link(Peer.vehicle(vin));
    }

    /** The way in for the console of the technical support. */
    public CloudLink console() {
        return server.link(Peer.desk());
    }

    /** The way in for the companion app of the vehicle {@code vin}. */
    public CloudLink app(String vin) {
        return server.link(Peer.app(vin));
    }

    /** The HTTP front, for clients of one's own. */
    public CloudServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }

    private UpdateService updates(CloudSetup parts) {
        return new UpdateService(
                registry,
                parts.images(),
                parts.keys(),
                parts.calendar(),
                parts.entropy().fork("offers"),
                audit,
                parts.seams().offerRule().apply(OfferRule.standard()),
                parts.seams().syncRule().apply(SyncRule.standard()),
                parts.seams().publisher());
    }

    private DeskService desk(CloudSetup parts) {
        return new DeskService(
                registry,
                parts.keys(),
                parts.calendar(),
                parts.entropy().fork("desk"),
                audit,
                parts.desk(),
                parts.catalogue().diagnosticsMinimum(),
                parts.seams().triage().apply(KnowledgeBook.standard()),
                parts.seams().closingRule(),
                parts.seams().reports());
    }

    private void turnedAway(ApiRequest request, ApiError refusal) {
        String peer = request.peer().name();
        audit.add(peer.isEmpty() ? "unknown" : peer, "access-refused", request.path(), refusal.code());
    }

    List<Route> routes() {
        VehicleAuthentication authentication = new VehicleAuthentication(registry, setup.calendar(), audit);
        return Stream.of(
                        new UpdateRoutes(updates, authentication).routes(),
                        new VehicleSessionRoutes(desk, authentication).routes(),
                        new DeskRoutes(desk).routes(),
                        new AppRoutes(registry, updates, desk).routes())
                .flatMap(List::stream)
                .map(setup.seams().routes())
                .map(this::upToDate)
                .toList();
    }

    private Route upToDate(Route route) {
        return new Route(route.leg(), route.method(), route.template(), request -> {
            desk.catchUp();
            return route.endpoint().answer(request);
        });
    }

    private interface Opening {
        CloudServer open(List<Route> routes, Doorkeeper doorkeeper) throws IOException;
    }
}
