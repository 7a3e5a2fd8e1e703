package dev.underpin.vehicle.ecu;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.ecu.BootListener.Boot;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.flash.SignedImages;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.ecu.table.FlashSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** One control unit of the table on a bench: with small slots, a supply of 13.5 V, and testers without a bus. */
final class EcuBench {
    static final EcuTable TABLE = EcuTable.load(Path.of("rigs/ecus.yaml"));
    static final SignedImages MAKER = new SignedImages(7);
    static final TesterCertificatesOffice TESTERS = new TesterCertificatesOffice(11);
    static final int PAYLOAD = 70_000;
    static final byte[] SECRET = "a secret of the unit".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Firmware> INSTALLED = new LinkedHashMap<>();

    final VirtualScheduler scheduler = new VirtualScheduler();
    final Supply supply = new Supply();
    final Map<String, BenchPort> ports = new LinkedHashMap<>();
    final List<Boot> boots = new ArrayList<>();
    final List<Long> rates = new ArrayList<>();
    final List<String> flashed = new ArrayList<>();
    final EcuSpec spec;
    final TestApplication application;
    final Ecu ecu;
    final TestLink tester;

    EcuBench(String name) {
        this(name, (slot, flash) -> flash, application -> {});
    }

    EcuBench(String name, Banks.Decorator decorator, Consumer<TestApplication> prepared) {
        spec = withSmallSlots(TABLE.ecu(name));
        application = new TestApplication(spec);
        prepared.accept(application);
        spec.buses().forEach(bus -> ports.put(bus, new BenchPort()));
        Optional<Banks> banks = spec.flash()
                .map(flash -> Banks.of(flash, scheduler, installed(name)).decorated(decorator));
        EcuParts parts = new EcuParts(
                new Calendar(scheduler, Instant.parse("2026-11-21T08:00:00Z")),
                new Entropy(5),
                "WUNDERPIN00000001",
                "SN-" + name,
                SECRET,
                supply,
                Map.copyOf(ports),
                TABLE.snapshot(),
                banks,
                MAKER.publicKey(),
                TESTERS.trust(name),
                rates::add,
                EcuSeams.STANDARD);
        ecu = Ecu.assemble(spec, parts, application);
        ecu.onBoot(boots::add);
        ecu.onFlash((slot, operation, bytes) -> flashed.add(operation + " " + slot));
        tester = new TestLink(scheduler);
        ecu.attach(tester);
    }

    /** An image of the bench's size for this control unit. */
    byte[] image(String version, long releaseCounter) {
        return MAKER.image(spec.name(), version, releaseCounter, PAYLOAD);
    }

    BenchPort port(String bus) {
        return Objects.requireNonNull(ports.get(bus));
    }

    /** Switches the supply on and lets the control unit boot. */
    EcuBench on() {
        supply.feed(13.5);
        run(spec.bootMillis() + 50);
        return this;
    }

    void off() {
        supply.feed(0);
        run(100);
    }

    void run(long millis) {
        scheduler.runUntil(scheduler.now() + millis * Nanos.MILLISECOND);
    }

    Boot lastBoot() {
        return boots.getLast();
    }

    /** The final response to a request, as upper-case hexadecimal text; empty when there is none within 30 s. */
    String ask(String request) {
        return tester.ask(HexFormat.of().parseHex(request.replace(" ", "")));
    }

    private static EcuSpec withSmallSlots(EcuSpec spec) {
        Optional<FlashSpec> small = spec.flash().map(flash -> new FlashSpec(flash.layout(), 128, flash.cells()));
        return new EcuSpec(
                spec.name(),
                spec.title(),
                spec.buses(),
                spec.can(),
                spec.doip(),
                spec.ethernet(),
                spec.bootMillis(),
                spec.safety(),
                spec.hardware(),
                spec.part(),
                spec.version(),
                small,
                spec.services(),
                spec.dids(),
                spec.routines(),
                spec.dtcs(),
                spec.further());
    }

    private static Firmware installed(String name) {
        return INSTALLED.computeIfAbsent(name, ecu -> new Firmware(MAKER.image(ecu, "2026.40", 40, PAYLOAD)));
    }

    /** A port that keeps what was sent. */
    static final class BenchPort implements CanPort {
        final List<CanFrame> sent = new ArrayList<>();
        boolean powered = true;
        private final List<Listener> listeners = new ArrayList<>();

        void receive(CanFrame frame) {
            listeners.forEach(listener -> listener.received(frame));
        }

        @Override
        public String node() {
            return "bench";
        }

        @Override
        public void send(CanFrame frame, Runnable confirmation) {
            sent.add(frame);
            confirmation.run();
        }

        @Override
        public void listen(Listener listener) {
            listeners.add(listener);
        }

        @Override
        public boolean abort(CanFrame frame) {
            return sent.remove(frame);
        }

        @Override
        public ControllerState state() {
            return ControllerState.ERROR_ACTIVE;
        }

        @Override
        public void recover() {}

        @Override
        public void power(boolean on) {
            powered = on;
        }
    }
}
