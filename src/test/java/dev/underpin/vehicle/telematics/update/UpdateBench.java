package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualAwait;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.screen.ScreenListener;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.screen.View;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.FakeEcu;
import dev.underpin.vehicle.telematics.FakeRepository;
import dev.underpin.vehicle.telematics.FakeVehicle;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import dev.underpin.vehicle.telematics.uptane.Anchors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An update agent between a made-up cloud and made-up control units. */
final class UpdateBench {
    static final String VIN = "WUPTEST0000000001";

    final VirtualScheduler scheduler = new VirtualScheduler();
    final Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-20T20:00:00Z"));
    final Entropy entropy = new Entropy(1);
    final FakeCloud cloud = new FakeCloud();
    final FakeVehicle vehicle = new FakeVehicle(scheduler, "VCU", "BMS", "IVI");
    final Uplink uplink = new Uplink(scheduler, entropy, cloud);
    final TouchScreen infotainment = new TouchScreen(scheduler, "infotainment");
    final TouchScreen cluster = new TouchScreen(scheduler, "cluster");
    final Journal journal = new Journal();
    final ImageStore store = new ImageStore(100_000_000);
    final RecoveryImages recovery = new RecoveryImages();
    final FakeRepository director = new FakeRepository("director", calendar, this::assignment);
    final FakeRepository images = new FakeRepository("image-repo", calendar, this::catalogue);
    final List<String> seen = new ArrayList<>();
    final List<Integer> progress = new ArrayList<>();
    ArrayNode targets = Json.object().putArray("targets");
    Life life = new Life(scheduler);
    VehicleIdentity identity;
    UpdateAgent agent;

    UpdateBench() {
        infotainment.light(true);
        cluster.light(true);
        infotainment.watch(new Onlooker());
        target("VCU", 600_000, List.of());
        target("BMS", 300_000, List.of("VCU"));
        cloud.route("GET", "/offer", request -> FakeCloud.json(200, offer()));
        cloud.serve("director", director);
        cloud.serve("image-repo", images);
        agent = boot();
    }

    /** A new life of the telematics unit. */
    UpdateAgent boot() {
        life = new Life(scheduler);
        identity = new VehicleIdentity(VIN, FakeCloud.key("vehicle").getPrivate(), "v", calendar, entropy);
        agent = new UpdateAgent(new UpdateParts(
                life,
                calendar,
                new CloudClient(life, uplink, identity),
                vehicle.access(),
                vehicle,
                new VehiclePreconditions(vehicle, uplink, VehiclePreconditions.Limits.STANDARD),
                verifier(),
                store,
                recovery,
                journal,
                infotainment,
                cluster,
                "+371 6000 0000"));
        agent.start();
        return agent;
    }

    void target(String ecu, int length, List<String> dependsOn) {
        byte[] image = FakeEcu.image(ecu, "2026.47", 47, length);
        String filename = ecu + "-2026.47.upi";
        cloud.files.put(filename, image);
        ObjectNode target = targets.addObject()
                .put("ecu", ecu)
                .put("hardware", ecu + "-H1")
                .put("filename", filename)
                .put("length", length)
                .put("sha256", HexFormat.of().formatHex(FakeCloud.sha256(image)))
                .put("version", "2026.47")
                .put("releaseCounter", 47);
        ArrayNode before = target.putArray("dependsOn");
        dependsOn.forEach(before::add);
    }

    Verifier verifier() {
        Anchors anchors = new Anchors(director.roots.first(), images.roots.first());
        return new UptaneVerifier(anchors, VIN, Set.of("VCU", "BMS", "IVI"), calendar, journal.trust(), file -> true);
    }

    private ObjectNode assignment() {
        return catalogue().put("director", VIN).put("offerId", "O-1");
    }

    private ObjectNode catalogue() {
        ObjectNode signed = Json.object();
        signed.set("targets", targets.deepCopy());
        return signed;
    }

    static ObjectNode offer() {
        ObjectNode offer = Json.object()
                .put("offerId", "O-1")
                .put("campaign", "winter")
                .put("version", "2026.47")
                .put("purpose", "security")
                .put("criticality", "high")
                .put("sizeBytes", 900_000)
                .put("estimatedDownloadSeconds", 90)
                .put("estimatedInstallSeconds", 600);
        offer.putArray("notes").add("Faster charging");
        offer.putArray("functionsUnavailable").add("Driving").add("Comfort");
        offer.putArray("instructions").add("Stay parked");
        return offer;
    }

    void offered() {
        agent.offered("O-1");
        awaitView("update.available");
    }

    void press(String button) {
        assertThat(infotainment.touch(button)).as("touch of " + button).isTrue();
        scheduler.runUntil(scheduler.now() + 100 * Nanos.MILLISECOND);
    }

    View awaitView(String id) {
        return new VirtualAwait(scheduler)
                .until(
                        "the view " + id,
                        20 * Nanos.MINUTE,
                        () -> infotainment.view(id),
                        () -> infotainment.views() + " " + journal.phase());
    }

    View awaitError(Reason reason) {
        return new VirtualAwait(scheduler)
                .until(
                        "the error " + reason,
                        20 * Nanos.MINUTE,
                        () -> infotainment
                                .view("update.error")
                                .filter(it -> it.reason().equals(reason.code())),
                        () -> infotainment.views() + " " + journal.phase());
    }

    void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }

    /** Up to the question whether to install. */
    void prepared() {
        offered();
        press("Install Update");
        awaitView("update.confirm");
    }

    /** Up to the end of a good installation. */
    void installed() {
        press("Confirm");
        awaitView("update.done");
        pass(10 * Nanos.SECOND);
    }

    List<String> versions() {
        return List.of(vehicle.ecu("VCU").version(), vehicle.ecu("BMS").version());
    }

    long erases() {
        return vehicle.ecus.values().stream().mapToLong(FakeEcu::erases).sum();
    }

    String lastManifest(String field) {
        return cloud.bodies("/manifest").getLast().path("signed").path(field).asString("");
    }

    private final class Onlooker implements ScreenListener {
        @Override
        public void shown(String screen, View view) {
            seen.add(view.id());
            view.progress().ifPresent(progress::add);
        }

        @Override
        public void updated(String screen, View view) {
            if (view.id().equals("update.install")) {
                view.progress().ifPresent(progress::add);
            }
        }

        @Override
        public void dismissed(String screen, View view) {}

        @Override
        public void pressed(String screen, String button, boolean accepted) {}
    }

    static Optional<Instant> at(String utc) {
        return Optional.of(Instant.parse(utc));
    }
}
