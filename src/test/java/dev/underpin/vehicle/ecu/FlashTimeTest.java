package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.IsoTpServerLink;
import dev.underpin.uds.IsoTpTesterLink;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.Download;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.flash.Firmware;
import dev.underpin.vehicle.ecu.flash.FlashListener.Operation;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long real images take on real buses: the wire is the limit, not the cells. */
class FlashTimeTest {
    private static final int MIB = 1024 * 1024;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private long cells;

    @ParameterizedTest(name = "{0}: {1} MiB in {3} to {4} s")
    @CsvSource({"VCU, 4, 2000000, 30, 50", "BMS, 2, 2000000, 15, 25", "INV, 2, 0, 70, 130"})
    void programmingTakesAboutAsLongAsTheWireNeeds(String name, int mebibytes, long dataRate, int atLeast, int atMost) {
        EcuSpec spec = EcuBench.TABLE.ecu(name);
        BusTiming timing = dataRate == 0 ? BusTiming.classic(500_000) : new BusTiming(500_000, dataRate);
        VirtualBus bus = new VirtualBus(scheduler, spec.buses().getFirst(), timing, new Entropy(1));
        UdsClient client = client(spec, bus);
        byte[] image = EcuBench.MAKER.image(name, "2026.47", 47, mebibytes * MIB);
        long begun = scheduler.now();
        await(client.startRoutine(0xFF00, 60 * Nanos.SECOND));
        await(new Download(client).run(image, 0, bytes -> {}));
        assertThat(await(client.startRoutine(0x0202, 60 * Nanos.SECOND))).containsExactly(0);
        assertThat(Nanos.toSeconds(scheduler.now() - begun)).isBetween((double) atLeast, (double) atMost);
        assertThat(cells).isLessThan((scheduler.now() - begun) / 2);
    }

    private UdsClient client(EcuSpec spec, VirtualBus bus) {
        CanPort port = bus.attach(spec.name());
        TestApplication application = new TestApplication(spec);
        Supply supply = new Supply();
        Ecu ecu = Ecu.assemble(spec, parts(spec, supply, port), application);
        CanAddress can = spec.can().orElseThrow();
        IsoTpParameters parameters = can.txDl() > 8 ? IsoTpParameters.fd(can.txDl()) : IsoTpParameters.classic();
        ecu.attach(new IsoTpServerLink(
                new IsoTpEndpoint(scheduler, port, IsoTpAddress.normal(can.response(), can.request()), parameters)));
        ecu.onFlash((slot, operation, bytes) ->
                cells += operation == Operation.ERASE ? 130 * Nanos.MILLISECOND : bytes * Nanos.MILLISECOND / 1024);
        supply.feed(13.5);
        UdsClient client = new UdsClient(
                scheduler,
                new IsoTpTesterLink(new IsoTpEndpoint(
                        scheduler,
                        bus.attach("tester"),
                        IsoTpAddress.normal(can.request(), can.response()),
                        parameters)),
                ClientTiming.STANDARD);
        scheduler.runUntil(Nanos.SECOND);
        await(client.session(Session.EXTENDED));
        await(client.session(Session.PROGRAMMING));
        await(client.securityAccess(1, seed -> SecretKeys.key(EcuBench.SECRET, seed)));
        await(client.writeDid(0xF15A, new byte[16]));
        return client;
    }

    private EcuParts parts(EcuSpec spec, Supply supply, CanPort port) {
        Firmware installed = new Firmware(EcuBench.MAKER.image(spec.name(), "2026.40", 40, 1000));
        return new EcuParts(
                new Calendar(scheduler, Instant.EPOCH),
                new Entropy(1),
                "WUNDERPIN00000001",
                "SN",
                EcuBench.SECRET,
                supply,
                Map.of(spec.buses().getFirst(), port),
                EcuBench.TABLE.snapshot(),
                spec.flash().map(flash -> Banks.of(flash, scheduler, installed)),
                EcuBench.MAKER.publicKey(),
                EcuBench.TESTERS.trust(spec.name()),
                rate -> {},
                EcuSeams.STANDARD);
    }

    private <T> T await(CompletableFuture<T> outcome) {
        while (!outcome.isDone()) {
            assertThat(scheduler.step()).isTrue();
        }
        return outcome.join();
    }
}
