package dev.underpin.rig.virtual;

import dev.underpin.can.database.Database;
import dev.underpin.cloud.Seams;
import dev.underpin.cloud.image.ImageSpec;
import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.rig.MiddleRules;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.time.Entropy;
import dev.underpin.vehicle.FactorySecrets;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.UnitTrust;
import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The virtual rig: reads what its file names once, and makes a bench with a world of its own for each scenario.
 *
 * <p>Threading: any thread; each bench belongs to the thread that asked for it.
 */
public final class VirtualRig implements BenchProvider {
    private static final long TEST_BENCH = 2;

    private final RigFile file;
    private final long seed;
    private final EcuTable table;
    private final Database signals;
    private final ReleaseCatalogue catalogue;
    private final ImageStore images;
    private final ImageStore testBench;
    private final Fitting fitting;
    private final Seams seams;
    private final Media.Source media;
    private final Map<String, Firmware> firmware;
    private final Map<String, UnitTrust> trusts;

    /**
     * The rig as its file describes it.
     *
     * @param path the rig file
     * @param images where generated images are kept between runs
     * @throws dev.underpin.mistake.UserMistake when a file that it names does not hold
     */
    public VirtualRig(RigFile file, Path path, long seed, Path images) {
        this.file = file;
        this.seed = seed;
        this.table =
                EcuTable.load(path.resolveSibling(file.vehicle().ecuTable())).classicalOn(file.classicalBuses());
        MiddleRules.requirePlaces(path, file, unit -> table.ecu(unit).buses());
        this.signals = Database.read(path.resolveSibling(file.vehicle().signals()));
        this.catalogue = ReleaseCatalogue.read(path.resolveSibling(file.cloud().releases()));
        this.images = new ImageStore(images, DevelopmentKeys.standard());
        this.testBench = new ImageStore(images.resolve("test-bench"), DevelopmentKeys.ofSeed(TEST_BENCH));
        this.firmware = new ConcurrentHashMap<>();
        this.trusts = new ConcurrentHashMap<>();
        this.fitting = Fitting.STANDARD;
        this.seams = Seams.standard();
        this.media = Media::virtual;
    }

    private VirtualRig(VirtualRig rig, long seed, Fitting fitting, Seams seams, Media.Source media) {
        this.file = rig.file;
        this.seed = seed;
        this.table = rig.table;
        this.signals = rig.signals;
        this.catalogue = rig.catalogue;
        this.images = rig.images;
        this.testBench = rig.testBench;
        this.firmware = rig.firmware;
        this.trusts = rig.trusts;
        this.fitting = fitting;
        this.seams = seams;
        this.media = media;
    }

    /** The same rig, with a vehicle and a cloud in which parts are exchanged; it shares what was read. */
    public VirtualRig with(Fitting fitting, Seams seams) {
        return new VirtualRig(this, seed, fitting, seams, media);
    }

    /** The same rig with another seed; it shares what was read. */
    public VirtualRig seeded(long other) {
        return new VirtualRig(this, other, fitting, seams, media);
    }

    /** The same rig on other media; it shares what was read. */
    public VirtualRig on(Media.Source other) {
        return new VirtualRig(this, seed, fitting, seams, other);
    }

    @Override
    public Bench bench(String scenario) {
        return new VirtualBench(this, scenario, true);
    }

    /** A bench that nobody records, open to look into. */
    public OpenBench open(String name) {
        return new VirtualBench(this, name, false).open(table);
    }

    /** The secret behind security access level 1 of a control unit of the vehicle on the bench {@code name}. */
    public byte[] secret(String name, String ecu) {
        return FactorySecrets.of(factory(name), ecu);
    }

    RigFile file() {
        return file;
    }

    /** The chance of a bench. */
    Entropy entropy(String name) {
        return new Entropy(seed).fork(name);
    }

    /** The chance of the vehicle on a bench. */
    Entropy vehicle(String name) {
        return entropy(name).fork("vehicle");
    }

    /**
     * The chance of the factory that built it. By the clock on the wall control units may be real: there it is the same vehicle on every
     * bench, whatever the scenario and the seed, so that a unit which another process plays has the secret that is expected of it.
     */
    Entropy factory(String name) {
        return file.byTheWall()
                ? new Entropy(0).fork("factory of " + file.vehicle().vin())
                : vehicle(name);
    }

    /** What the control units are and where they are reached. */
    public EcuTable table() {
        return table;
    }

    Database signals() {
        return signals;
    }

    ReleaseCatalogue catalogue() {
        return catalogue;
    }

    ImageStore images() {
        return images;
    }

    Fitting fitting() {
        return fitting;
    }

    Media.Source media() {
        return media;
    }

    Seams seams() {
        return seams;
    }

    /** What a control unit proves itself by; certified once and shared. */
    UnitTrust trust(String ecu) {
        return trusts.computeIfAbsent(
                ecu,
                name -> UnitOffice.trust(
                        DevelopmentKeys.standard(), file.vehicle().vin(), name));
    }

    /** The image of a release for a control unit. */
    byte[] released(String release, String ecu) {
        return images.image(catalogue.release(release).image(ecu).orElseThrow()).bytes();
    }

    /** The same release, built with the certificate of a test bench. */
    Release wronglyBuilt(Release release) {
        List<ImageSpec> built =
                release.images().stream().map(this::wronglyBuilt).toList();
        return new Release(
                release.id() + "-wrong",
                release.version(),
                release.title(),
                release.purpose(),
                release.criticality(),
                release.notes(),
                release.functionsUnavailable(),
                release.instructions(),
                release.downloadSeconds(),
                release.installSeconds(),
                built);
    }

    private ImageSpec wronglyBuilt(ImageSpec spec) {
        return new ImageSpec(
                spec.ecu(),
                spec.hardware(),
                spec.version(),
                spec.releaseCounter(),
                spec.size(),
                Optional.of(testBench.image(spec).path()),
                spec.dependsOn());
    }

    /** The software that a control unit leaves the factory with; read once and shared. */
    Firmware firmware(EcuSpec ecu) {
        return firmware.computeIfAbsent(
                ecu.name(),
                name -> catalogue
                        .base()
                        .image(name)
                        .map(spec -> new Firmware(images.image(spec).bytes()))
                        .orElse(Firmware.NONE));
    }
}
