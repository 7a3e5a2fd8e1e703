package dev.underpin.cloud;

import dev.underpin.cloud.desk.Technician;
import dev.underpin.cloud.http.CloudLink;
import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A cloud with one enrolled vehicle, and clients for all three legs. Images are small and made once for all tests. */
final class CloudBench implements AutoCloseable {
    static final String VIN = "WUP00000000000001";
    static final String OTHER_VIN = "WUP00000000000002";
    static final String PHONE = "+371 2000 0000";

    private static final Path FOLDER = Path.of("target", "test-images");
    static final ReleaseCatalogue CATALOGUE = ReleaseCatalogue.read(Path.of("src/test/resources/cloud/releases.yaml"));
    static final ImageStore IMAGES = new ImageStore(FOLDER, DevelopmentKeys.standard());

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-20T10:00:00Z"));
    private final Entropy entropy = new Entropy(7);
    private final Cloud cloud;

    private CloudBench(boolean https, UnaryOperator<CloudSetup> change) {
        CloudSetup setup = CloudSetup.standard(calendar, entropy.fork("cloud"), CATALOGUE, IMAGES);
        this.cloud = opened(https, change.apply(setup));
        cloud.enrol(Account.of(VIN, "Bob", PHONE));
        cloud.enrol(Account.of(OTHER_VIN, "Alice", "+371 2111 1111"));
    }

    static CloudBench direct() {
        return new CloudBench(false, UnaryOperator.identity());
    }

    static CloudBench direct(UnaryOperator<Seams> seams) {
        return new CloudBench(false, setup -> setup.withSeams(seams.apply(setup.seams())));
    }

    static CloudBench withRoster(List<Technician> roster) {
        return new CloudBench(false, setup -> setup.withDesk(setup.desk().withRoster(roster)));
    }

    static CloudBench https() {
        return new CloudBench(true, UnaryOperator.identity());
    }

    Cloud cloud() {
        return cloud;
    }

    Calendar calendar() {
        return calendar;
    }

    /** Lets {@code seconds} of vehicle time pass. */
    void pass(long seconds) {
        scheduler.runUntil(scheduler.now() + seconds * Nanos.SECOND);
    }

    TestVehicle vehicle() {
        return vehicle(VIN);
    }

    TestVehicle vehicle(String vin) {
        return new TestVehicle(vin, cloud.vehicle(vin), calendar, entropy.fork("vehicle " + vin));
    }

    TestClient desk() {
        return desk("Alise");
    }

    TestClient desk(String technician) {
        CloudLink link = cloud.console();
        return new TestClient(link)
                .with("authorization", "Bearer " + cloud.desk().technicianToken(technician))
                .with("x-technician", technician);
    }

    TestClient app() {
        return new TestClient(cloud.app(VIN));
    }

    /** Offers the release {@code id} to the vehicle. */
    void publish(String id) {
        cloud.updates().publish(CATALOGUE.release(id), VIN);
    }

    @Override
    public void close() {
        cloud.close();
    }

    private static Cloud opened(boolean https, CloudSetup setup) {
        try {
            return https ? Cloud.overHttps(setup) : Cloud.withoutSockets(setup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
