package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanPort;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.rig.port.Workshop;
import dev.underpin.time.Await;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.IsoTpTesterLink;
import dev.underpin.uds.TesterLink;
import dev.underpin.vehicle.ecu.SecretKeys;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The workshop's tester is one more node on a bus, from its first question on. */
final class VirtualWorkshop implements Workshop {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String NODE = "workshop";
    /** An unhurried tester: control units have to keep to what it asks for. */
    private static final int BLOCK = 2;

    private static final int SEPARATION = 5;

    private final Scheduler scheduler;
    private final Await await;
    private final Map<String, ? extends CanBus> buses;
    private final EcuTable table;
    private final UnaryOperator<String> secrets;
    private final Map<String, CanPort> ports = new LinkedHashMap<>();
    private final Map<String, TesterLink> links = new LinkedHashMap<>();
    private @Nullable String answer;
    private int waits;

    /** @param secrets the secret behind security access of a control unit, in hexadecimal */
    VirtualWorkshop(
            Scheduler scheduler,
            Await await,
            Map<String, ? extends CanBus> buses,
            EcuTable table,
            UnaryOperator<String> secrets) {
        this.scheduler = scheduler;
        this.await = await;
        this.buses = buses;
        this.table = table;
        this.secrets = secrets;
    }

    @Override
    public String ask(String ecu, String request) {
        TesterLink link = links.computeIfAbsent(ecu, this::link);
        answer = null;
        link.send(HEX.parseHex(request), () -> {}, why -> {});
        int waited;
        boolean patient;
        do {
            waited = waits;
            try {
                return await.until(
                        "an answer of " + ecu,
                        PATIENCE * (1 + 5L * Math.min(waits, 1)),
                        () -> Optional.ofNullable(answer),
                        () -> "");
            } catch (Await.AwaitTimeout none) {
                patient = waits > waited;
            }
        } while (patient);
        return "";
    }

    @Override
    public String key(String ecu, String seed) {
        return HEX.formatHex(SecretKeys.key(HEX.parseHex(secrets.apply(ecu)), HEX.parseHex(seed)));
    }

    private TesterLink link(String ecu) {
        CanAddress address = Optional.ofNullable(table.ecus().get(ecu))
                .flatMap(spec -> spec.can())
                .filter(can -> buses.containsKey(can.bus()))
                .orElseThrow(() -> new IllegalArgumentException("no control unit on a bus is called " + ecu));
        CanPort port = ports.computeIfAbsent(
                address.bus(), bus -> Objects.requireNonNull(buses.get(bus)).attach(NODE));
        TesterLink link = new IsoTpTesterLink(new IsoTpEndpoint(
                scheduler,
                port,
                IsoTpAddress.normal(address.request(), address.response()),
                IsoTpParameters.classic().withBlockSize(BLOCK).withStMin(SEPARATION)));
        link.listen(() -> {}, this::heard);
        return link;
    }

    private void heard(byte[] message) {
        String text = HEX.formatHex(message);
        if (text.startsWith("7F") && text.endsWith("78")) {
            waits++;
        } else {
            answer = text;
        }
    }
}
