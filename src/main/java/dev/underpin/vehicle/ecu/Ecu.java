package dev.underpin.vehicle.ecu;

import dev.underpin.time.Alarm;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.Session;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.Routine;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.uds.server.UdsServer;
import dev.underpin.vehicle.ecu.Application.Intrusion;
import dev.underpin.vehicle.ecu.boot.BootLoader;
import dev.underpin.vehicle.ecu.boot.BootRule;
import dev.underpin.vehicle.ecu.boot.Programming;
import dev.underpin.vehicle.ecu.flash.FlashListener;
import dev.underpin.vehicle.ecu.memory.FaultMemory;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.FlashSpec;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One control unit: it boots when its supply comes, hands over to its application or stays in its boot loader, answers testers, and
 * keeps its faults and its software when the supply goes.
 *
 * <p>A control unit with two slots is programmed while its application runs on; one with a single bank stops the application and
 * jumps into its boot loader. Threading: the scheduler's thread.
 */
public final class Ecu {
    private static final double LOWEST_PROGRAMMING_VOLTS = 9;
    private static final double HIGHEST_PROGRAMMING_VOLTS = 16;
    private static final long JUMP = 20 * Nanos.MILLISECOND;
    private static final long LAST_WORDS = 50 * Nanos.MILLISECOND;
    private static final int CAN_BLOCK = 4095;
    private static final int ETHERNET_BLOCK = 32 * 1024 + 2;

    private final EcuSpec spec;
    private final EcuParts parts;
    private final Application application;
    private final Scheduler scheduler;
    private final Entropy entropy;
    private final NonVolatile storage = new NonVolatile();
    private final List<Consumer<EcuState>> stateListeners = new ArrayList<>();
    private final List<BootListener> bootListeners = new ArrayList<>();
    private final List<FlashListener> flashListeners = new ArrayList<>();
    private final Software software;
    private final FaultMemory faults;
    private final Optional<BootLoader> loader;
    private final Optional<Programming> programming;
    private final LinkSwitch links;
    private final UdsServer server;
    private final Alarm booted;
    private final Alarm selfReset;
    private EcuState state = EcuState.OFF;
    private ResetCause cause = ResetCause.POWER_ON;
    private ResetCause nextCause = ResetCause.WATCHDOG;
    private @Nullable Run run;

    private Ecu(EcuSpec spec, EcuParts parts, Application application) {
        this.spec = spec;
        this.parts = parts;
        this.application = application;
        scheduler = parts.calendar().scheduler();
        entropy = parts.entropy().fork("ecu/" + spec.name());
        software = new Software(spec);
        BoundValues bound = new BoundValues(spec);
        application.bind(bound);
        faults = new FaultMemory(spec.dtcs(), new SnapshotLayout(parts.snapshot()), () -> surroundings(bound));
        loader = parts.banks()
                .map(banks -> new BootLoader(
                        parts.seams().boot().apply(BootRule.standard(spec.name(), spec.hardware())),
                        banks,
                        parts.imageKey(),
                        this::flashOperated));
        programming = loader.map(
                boot -> new Programming(scheduler, boot, this::mayProgram, this::programmingVoltage, blockLength()));
        links = new LinkSwitch(scheduler);
        server = new UdsServer(
                scheduler,
                links,
                parts.seams().diagnostics().apply(diagnostics(bound)),
                parts.seams().timing().apply(ServerTiming.STANDARD));
        booted = scheduler.alarm(this::outOfReset);
        selfReset = scheduler.alarm(() -> restart(nextCause));
        server.powerOff();
    }

    /**
     * Puts a control unit together. It starts at once if its supply is there.
     *
     * @throws IllegalArgumentException if the application leaves a declared identifier or routine without a binding, naming all of
     *     them, or parts and table do not agree
     */
    public static Ecu assemble(EcuSpec spec, EcuParts parts, Application application) {
        if (spec.flash().isPresent() != parts.banks().isPresent()
                || !parts.ports().keySet().equals(new HashSet<>(spec.buses()))) {
            throw new IllegalArgumentException(
                    "%s: the table asks for flash %s and buses %s, the parts are flash %s and %s"
                            .formatted(
                                    spec.name(),
                                    spec.flash(),
                                    spec.buses(),
                                    parts.banks(),
                                    parts.ports().keySet()));
        }
        Ecu ecu = new Ecu(spec, parts, application);
        ecu.connect();
        return ecu;
    }

    /** Its line in the table. */
    public EcuSpec spec() {
        return spec;
    }

    /** Where it stands. */
    public EcuState state() {
        return state;
    }

    /** Adds a way on which testers reach it; dead while it is off or boots. */
    public void attach(ServerLink link) {
        links.attach(link);
    }

    /** Adds who is told of each new state, within the change. */
    public void onState(Consumer<EcuState> listener) {
        stateListeners.add(listener);
    }

    /** Adds who is told when it comes out of reset. */
    public void onBoot(BootListener listener) {
        bootListeners.add(listener);
    }

    /** Adds who is told of operations on its flash. */
    public void onFlash(FlashListener listener) {
        flashListeners.add(listener);
    }

    FaultMemory faults() {
        return faults;
    }

    /** What the vehicle's state says to an intrusion; the boot loader knows nothing of the vehicle. */
    Nrc veto(Intrusion intrusion) {
        return state == EcuState.APPLICATION ? application.veto(intrusion) : Nrc.POSITIVE;
    }

    void enterProgramming(Answer answer) {
        Nrc objection = loader.isEmpty() ? Nrc.SUB_FUNCTION_NOT_SUPPORTED : mayProgram();
        if (objection != Nrc.POSITIVE) {
            answer.negative(objection);
        } else if (state == EcuState.APPLICATION && isSingleBank()) {
            jumpIntoBootLoader();
            scheduler.after(JUMP, answer::positive);
        } else {
            answer.positive();
        }
    }

    void sessionChanged(Session session) {
        if (state == EcuState.APPLICATION) {
            application.sessionChanged(session);
        } else if (session == Session.DEFAULT
                && loader.filter(BootLoader::bootable).isPresent()) {
            nextCause = ResetCause.SOFT_RESET;
            selfReset.in(LAST_WORDS);
        }
    }

    void communication(boolean receive, boolean transmit) {
        if (run != null) {
            run.communication(receive, transmit);
        }
    }

    void restart(ResetCause why) {
        boolean sameSoftware = why == ResetCause.SOFT_RESET && state == EcuState.APPLICATION;
        halt();
        boot(why, sameSoftware ? spec.bootMillis() / 2 : spec.bootMillis());
    }

    private void connect() {
        parts.ports().forEach((bus, port) -> {
            port.power(false);
            new BusOffRecovery(scheduler, port);
            port.listen(frame -> {
                if (run != null) {
                    run.received(port, frame);
                }
            });
        });
        parts.supply().listen((powered, volts) -> followSupply(powered));
        followSupply(parts.supply().powered());
    }

    private void followSupply(boolean powered) {
        if (powered && state == EcuState.OFF) {
            boot(ResetCause.POWER_ON, spec.bootMillis());
        } else if (!powered && state != EcuState.OFF) {
            halt();
            enter(EcuState.OFF);
        }
    }

    private void halt() {
        booted.cancel();
        selfReset.cancel();
        stopApplication();
        server.powerOff();
        links.live(false);
        parts.ports().values().forEach(port -> port.power(false));
        loader.ifPresent(BootLoader::halt);
        programming.ifPresent(Programming::startOver);
    }

    private void boot(ResetCause why, int millis) {
        cause = why;
        enter(EcuState.BOOTING);
        booted.in(millis * Nanos.MILLISECOND);
    }

    private void outOfReset() {
        faults.powerUp();
        loader.ifPresentOrElse(
                boot -> boot.start(decision -> {
                    software.decided(decision);
                    begin(decision.application());
                }),
                () -> begin(true));
    }

    private void begin(boolean withApplication) {
        enter(withApplication ? EcuState.APPLICATION : EcuState.BOOTLOADER);
        parts.ports().values().forEach(port -> port.power(true));
        links.live(true);
        server.powerOn();
        BootListener.Boot boot = software.boot(withApplication);
        List.copyOf(bootListeners).forEach(listener -> listener.booted(boot));
        if (withApplication) {
            startApplication();
        }
    }

    private void startApplication() {
        run = new Run(spec.name(), parts, entropy, faults, storage, software.version(), this::watchdog);
        application.start(run);
    }

    private void stopApplication() {
        if (run != null) {
            application.stop();
            run.end();
            run = null;
        }
    }

    private void watchdog() {
        nextCause = ResetCause.WATCHDOG;
        selfReset.in(0);
    }

    private void jumpIntoBootLoader() {
        stopApplication();
        loader.ifPresent(BootLoader::halt);
        software.none();
        enter(EcuState.BOOTLOADER);
    }

    private void enter(EcuState next) {
        state = next;
        List.copyOf(stateListeners).forEach(listener -> listener.accept(next));
    }

    private boolean isSingleBank() {
        return spec.flash()
                .filter(flash -> flash.layout() == FlashSpec.Layout.SINGLE)
                .isPresent();
    }

    private Nrc mayProgram() {
        Nrc voltage = programmingVoltage();
        return voltage == Nrc.POSITIVE ? veto(Intrusion.PROGRAMMING) : voltage;
    }

    private Nrc programmingVoltage() {
        double volts = parts.supply().volts();
        if (volts < LOWEST_PROGRAMMING_VOLTS) {
            return Nrc.VOLTAGE_TOO_LOW;
        }
        return volts > HIGHEST_PROGRAMMING_VOLTS ? Nrc.VOLTAGE_TOO_HIGH : Nrc.POSITIVE;
    }

    private void flashOperated(String slot, FlashListener.Operation operation, int bytes) {
        flashListeners.forEach(listener -> listener.operated(slot, operation, bytes));
    }

    private Map<String, Object> surroundings(BoundValues bound) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Utc", parts.calendar().utc().getEpochSecond());
        values.put("ApplicationSoftware", software.version());
        values.put("SupplyVoltage", parts.supply().volts());
        values.put("LastResetCause", cause.label());
        values.putAll(bound.surroundings());
        return values;
    }

    private Diagnostics diagnostics(BoundValues bound) {
        Map<Integer, Routine> routines = loader.flatMap(boot -> programming.map(steps ->
                        new Reprogramming(boot, steps, this::mayProgram, () -> server.unlockedLevel() > 0).routines()))
                .orElse(Map.of());
        Identification identification = new Identification(spec, parts, storage, software, () -> server.session());
        bound.requireComplete(identification::isBuiltIn);
        identification.answer(bound, () -> programming.ifPresent(Programming::fingerprinted));
        SecretKeys keys = new SecretKeys(parts.secret(), entropy.fork("seeds"), storage);
        return new Diagnostics(
                this, identification, bound, programming, routines, keys, parts, storage, entropy.fork("challenges"));
    }

    private int blockLength() {
        return spec.flash()
                        .filter(flash -> flash.cells() == FlashSpec.Cells.EMMC)
                        .isPresent()
                ? ETHERNET_BLOCK
                : CAN_BLOCK;
    }
}
