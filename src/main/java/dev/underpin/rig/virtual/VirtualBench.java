package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.cloud.Cloud;
import dev.underpin.cloud.CloudSetup;
import dev.underpin.cloud.desk.DeskSettings;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.EthernetLink;
import dev.underpin.fault.Fault;
import dev.underpin.fault.Injector;
import dev.underpin.fault.OutOfReach;
import dev.underpin.history.History;
import dev.underpin.rig.OperatorPlace;
import dev.underpin.rig.Reach;
import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.instrument.Instruments;
import dev.underpin.rig.instrument.Relays;
import dev.underpin.rig.operator.Operator;
import dev.underpin.rig.operator.OperatorDriver;
import dev.underpin.rig.operator.Terminal;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Driver;
import dev.underpin.rig.port.Health;
import dev.underpin.rig.port.Manufacturer;
import dev.underpin.rig.port.Surroundings;
import dev.underpin.rig.port.Technician;
import dev.underpin.rig.port.Workshop;
import dev.underpin.rig.recorder.HttpRecorder;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.time.Await;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.FactoryKeys;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.VehicleParts;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.plant.Conditions;
import dev.underpin.vehicle.plant.PowerNet;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.uptane.Anchors;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One scenario's world: scheduler, buses, vehicle, cloud, people, recorders. */
final class VirtualBench implements Bench {
    private static final String TECHNICIAN = "Alise";
    private static final long ETHERNET_LATENCY = 20 * Nanos.MICROSECOND;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final History history = new History();
    private final Pen pen = new Pen(history, scheduler);
    private final Media media;
    private final Calendar calendar;
    private final Cloud cloud;
    private final Driver driver;
    private final Technician technician;
    private final Surroundings surroundings;
    private final Manufacturer manufacturer;
    private final Workshop workshop;
    private final Injector faults;
    private final Wires wires;
    private final DoipEntity edge;
    private final Instruments instruments;
    private final Reach reach;
    private final UnaryOperator<String> busOf;
    private final Supplier<Health> newHealth;
    private @Nullable Health health;

    /** @param recorded whether recorders are set at the seams */
    VirtualBench(VirtualRig rig, String scenario, boolean recorded) {
        RigFile file = rig.file();
        String vin = file.vehicle().vin();
        reach = Reach.of(file);
        busOf = unit -> rig.table().ecu(unit).can().map(CanAddress::bus).orElse("");
        Entropy entropy = rig.entropy(scenario);
        calendar = new Calendar(scheduler, file.start());
        VehicleClock serverClock = new VehicleClock(scheduler);
        cloud = cloud(rig, entropy, new Calendar(scheduler, file.start(), serverClock::deviation));
        CloudFaults cloudFaults = new CloudFaults(new CloudTampering(vin, calendar, entropy), serverClock);
        manufacturer = new VirtualManufacturer(
                cloud,
                rig.catalogue(),
                vin,
                release -> cloudFaults.wronglyBuilt() ? rig.wronglyBuilt(release) : release);
        HttpRecorder http = new HttpRecorder(pen);
        media = rig.media().open(file, scheduler, entropy, pen);
        Map<String, CanBus> buses = media.buses();
        BusFaults busFaults = new BusFaults(
                scheduler, buses, rig.table(), rig.signals(), entropy.fork("bus faults"), file.realEcus());
        media.gates().forEach((unit, men) -> men.forEach(man -> busFaults.behind(unit, man)));
        wires = new Wires(buses, new EthernetLink(scheduler, file.ethernet().bitRate(), ETHERNET_LATENCY));
        Observation observation = new Observation(pen, rig.table(), rig.signals(), file.realEcus());
        if (recorded) {
            observation.wires(wires);
        }
        Callers callers = new Callers(cloud, vin, http, calendar, entropy.fork("callers"));
        VehicleClock clock = new VehicleClock(scheduler);
        BenchFitting fitting = new BenchFitting(rig.fitting(), scheduler, rig.table(), busFaults, cloudFaults);
        Impostors impostors = new Impostors(vin);
        HttpExchange way = impostors.between(new CloudExchange(cloud.vehicle(vin)));
        Vehicle vehicle = new Vehicle(
                new VehicleParts(
                        new Calendar(scheduler, file.start(), clock::deviation),
                        rig.vehicle(scenario),
                        rig.factory(scenario),
                        vin,
                        rig.table(),
                        rig.signals(),
                        wires.buses(),
                        wires.ethernet(),
                        callers.overheard(recorded ? http.atCloud(way) : way),
                        http.on("app", new CloudExchange(cloud.app(vin))),
                        rig::firmware,
                        keys(rig, vin, cloud),
                        Conditions.USUAL,
                        DeskSettings.standard().phone()),
                fitting);
        if (recorded) {
            observation.vehicle(vehicle, http);
        }
        edge = vehicle.edge();
        technician = new VirtualTechnician(
                http.on("desk", cloudFaults.between(new CloudExchange(cloud.console()))),
                () -> cloud.desk().technicianToken(TECHNICIAN),
                TECHNICIAN,
                vin,
                scheduler);
        PeopleFaults people = new PeopleFaults(scheduler, vehicle.plant(), vehicle.screens(), callers);
        surroundings = new VirtualSurroundings(vehicle);
        workshop = new VirtualWorkshop(
                scheduler,
                media.await(),
                wires.buses(),
                rig.table(),
                ecu -> HexFormat.of().formatHex(rig.secret(scenario, ecu)));
        SupplyFaults supplies = new SupplyFaults(scheduler, vehicle);
        FaultSeams seams = new FaultSeams(
                busFaults,
                new TransportFaults(rig.table(), busFaults),
                new AnswerFaults(scheduler, buses, rig.table(), busFaults, entropy.fork("transport faults")),
                supplies,
                new FlashFaults(scheduler, fitting.memories(), supplies),
                new UnitFaults(scheduler, vehicle, supplies, busFaults, clock, rig::released),
                new AirFaults(scheduler, vehicle, impostors),
                cloudFaults,
                new PanelFaults(vehicle, fitting.pictures()),
                new PlantFaults(vehicle.plant()),
                people);
        faults = new VirtualFaults(seams, pen);
        instruments = Instruments.open(
                file, scheduler, media.inbox(), media.await(), new SuppliedVehicle(supplies, vehicle, file));
        supplies.by(instruments);
        PowerNet power = vehicle.plant().power();
        instruments.relays().follow(Relays.WAKE, power::awake, power::listen);
        driver = driver(file, new VirtualDriver(vehicle, people, technician, instruments.relays(), pen));
        newHealth = () -> new VirtualHealth(
                file,
                rig.table(),
                rig.catalogue(),
                history,
                wires.buses(),
                () -> instruments.volts(media.await()).orElseGet(vehicle.plant().lowVoltage()::volts));
    }

    private Driver driver(RigFile file, Driver simulated) {
        OperatorPlace place = file.operator();
        return place == null
                ? simulated
                : new OperatorDriver(
                        new Operator(scheduler, Terminal.console(), media.await(), pen, place.withinNanos()),
                        scheduler,
                        pen);
    }

    OpenBench open(EcuTable table) {
        return new OpenBench(this, scheduler, wires.buses(), wires.ethernet(), edge, table);
    }

    private Cloud cloud(VirtualRig rig, Entropy entropy, Calendar serverTime) {
        CloudSetup setup = CloudSetup.standard(serverTime, entropy.fork("cloud"), rig.catalogue(), rig.images())
                .withSeams(rig.seams());
        if (rig.file().cloud().transport().equals("direct")) {
            return Cloud.withoutSockets(setup);
        }
        try {
            return Cloud.overHttps(setup);
        } catch (IOException failed) {
            throw new RigError("the cloud cannot listen on the loopback interface: " + failed.getMessage());
        }
    }

    private static FactoryKeys keys(VirtualRig rig, String vin, Cloud cloud) {
        DevelopmentKeys keys = DevelopmentKeys.standard();
        return new FactoryKeys(
                keys.imageSigner().getPublic(),
                rig::trust,
                new Anchors(
                        cloud.updates().directorRoots().first(),
                        cloud.updates().imageRoots().first()),
                keys.vehicle(vin).getPrivate(),
                DevelopmentKeys.keyId(keys.vehicle(vin).getPublic()));
    }

    @Override
    public Driver driver() {
        return driver;
    }

    @Override
    public Technician technician() {
        return technician;
    }

    @Override
    public Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Manufacturer manufacturer() {
        return manufacturer;
    }

    @Override
    public Workshop workshop() {
        return workshop;
    }

    @Override
    public Injector faults() {
        return faults;
    }

    @Override
    public Await await() {
        return media.await();
    }

    @Override
    public Calendar calendar() {
        return calendar;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Optional<String> lacks(String capability) {
        return reach.lacks(capability);
    }

    @Override
    public List<String> outOfReach(Supplier<List<Fault>> ahead) {
        return reach.everyTarget()
                ? List.of()
                : ahead.get().stream()
                        .flatMap(fault -> reach.lacks(fault, busOf).stream().map(why -> OutOfReach.told(fault, why)))
                        .toList();
    }

    @Override
    public Health health() {
        if (health == null) {
            health = newHealth.get();
        }
        return health;
    }

    @Override
    public void sumUp() {
        media.sumUp();
    }

    @Override
    public void close() {
        instruments.close();
        media.close();
        cloud.close();
    }
}
