package dev.underpin.vehicle;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.DoipTester;
import dev.underpin.doip.DoipTiming;
import dev.underpin.doip.EntityIdentity;
import dev.underpin.doip.EntityLimits;
import dev.underpin.doip.EthernetLink;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.IsoTpServerLink;
import dev.underpin.uds.IsoTpTesterLink;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import dev.underpin.vehicle.ecu.EcuState;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The diagnostic network of the vehicle: DoIP entities on the Ethernet segment, of which the gateway carries messages on to the
 * control units on the buses by ISO-TP, and the telematics unit as tester.
 */
final class Network {
    private static final String GATEWAY = "GW";
    private static final String TELEMATICS = "TCU";
    private static final int FUNCTIONAL_ID = 0x7DF;
    /** On-board diagnostic equipment has 0F00 to 0F7F (ISO 13400-2:2019 table 39). */
    private static final int TELEMATICS_TESTER = 0x0F00;

    private static final int GATEWAY_TESTER = 0x0F01;
    private static final int CLASSIC = 8;

    /** What a single frame takes: there is no flow control with everybody. */
    private static final int FUNCTIONAL_LENGTH = 7;

    /** What every control unit on a bus takes: the longest message with a first frame of 12 bits for its length. */
    private static final int LONGEST_ON_BUS = 4095;

    private final Scheduler scheduler;
    private final EthernetLink ethernet;
    private final Map<String, DoipEntity> entities = new LinkedHashMap<>();
    private final Map<CanPort, List<IsoTpTesterLink>> routed = new HashMap<>();
    private final DoipTester telematics;
    private final DoipTester gatewayTester;

    Network(Scheduler scheduler, EthernetLink ethernet) {
        this.scheduler = scheduler;
        this.ethernet = ethernet;
        telematics = tester(TELEMATICS, TELEMATICS_TESTER);
        gatewayTester = tester(GATEWAY, GATEWAY_TESTER);
    }

    private DoipTester tester(String host, int address) {
        DoipTester tester = new DoipTester(scheduler, ethernet, host, address, DoipTiming.STANDARD);
        tester.certified(host);
        return tester;
    }

    /** Gives a control unit its own address on the Ethernet segment; the link is where its server answers. */
    ServerLink entity(EcuSpec ecu) {
        DoipEntity entity = new DoipEntity(scheduler, ethernet, ecu.name(), ecu.doip(), DoipTiming.STANDARD);
        entities.put(ecu.name(), entity);
        ethernet.power(ecu.name(), false);
        return entity.server();
    }

    /** Follows the power of a control unit that has an address of its own. */
    void follow(String ecu, EcuState state) {
        ethernet.power(ecu, state != EcuState.OFF && state != EcuState.BOOTING);
    }

    /** The server side of a control unit on its bus; one with CAN FD answers in the format in which it was asked. */
    ServerLink onBus(CanAddress address, CanPort port) {
        IsoTpAddress normal =
                IsoTpAddress.normal(address.response(), address.request()).hearing(FUNCTIONAL_ID);
        if (address.txDl() == CLASSIC) {
            return periodic(
                    new IsoTpServerLink(new IsoTpEndpoint(scheduler, port, normal, IsoTpParameters.classic())),
                    address,
                    port);
        }
        return periodic(
                new IsoTpServerLink(
                        new IsoTpEndpoint(scheduler, port, normal, IsoTpParameters.fd(address.txDl()), CanFrame::fd),
                        new IsoTpEndpoint(scheduler, port, normal, IsoTpParameters.classic(), frame -> !frame.fd())),
                address,
                port);
    }

    /** Periodic messages go in frames of their own where the table gives them an identifier. */
    private static ServerLink periodic(IsoTpServerLink link, CanAddress address, CanPort port) {
        return address.periodic().isEmpty()
                ? link
                : link.periodic((message, done) ->
                        port.send(CanFrame.classic(address.periodic().getAsInt(), message), done));
    }

    /** Has the gateway carry messages on to a control unit, through its own port on that bus. */
    void route(EcuSpec ecu, CanAddress address, CanPort gatewayPort) {
        IsoTpAddress normal = IsoTpAddress.normal(address.request(), address.response());
        TesterLink classic = tester(gatewayPort, normal, IsoTpParameters.classic());
        TesterLink link = address.txDl() == CLASSIC
                ? classic
                : new EitherFormat(tester(gatewayPort, normal, IsoTpParameters.fd(address.txDl())), classic);
        gateway().route(ecu.doip(), link, LONGEST_ON_BUS, () -> gatewayPort.state() != ControllerState.BUS_OFF);
    }

    /** Has the gateway carry messages on to a control unit that has an address of its own on the Ethernet segment. */
    void routeOnEthernet(EcuSpec ecu) {
        if (!ecu.name().equals(GATEWAY)) {
            gateway()
                    .route(
                            ecu.doip(),
                            gatewayTester.tester(ecu.name(), ecu.doip()),
                            EntityLimits.STANDARD.data(),
                            () -> ethernet.isReachable(ecu.name()));
        }
    }

    /** Has the gateway carry messages to all control units on to these buses, through its own ports. */
    void routeFunctional(Collection<CanPort> gatewayPorts) {
        List<TesterLink> buses = gatewayPorts.stream().map(this::functional).toList();
        gateway().routeFunctional(new EveryLink(buses), FUNCTIONAL_LENGTH);
    }

    private TesterLink functional(CanPort port) {
        IsoTpAddress all = IsoTpAddress.functional(FUNCTIONAL_ID);
        return new IsoTpTesterLink(new IsoTpEndpoint(scheduler, port, all, IsoTpParameters.classic()), routed(port));
    }

    /** The gateway's ways to the control units behind one of its ports. */
    private List<IsoTpTesterLink> routed(CanPort port) {
        return routed.computeIfAbsent(port, any -> new ArrayList<>());
    }

    /**
     * Opens the gateway as the vehicle's edge: it tells testers who the vehicle is, offers TLS, and is told of hosts that are not the
     * vehicle's own.
     *
     * @param outsiders is told when somebody from outside the vehicle is there, and when nobody is any more
     */
    void edge(EntityIdentity identity, Entropy entropy, Consumer<Boolean> outsiders) {
        gateway().secure();
        gateway().onPresence(host -> !entities.containsKey(host), outsiders);
        gateway().identify(identity, entropy);
    }

    /** The telematics unit's way to a control unit. */
    TesterLink tester(EcuSpec ecu) {
        return telematics.tester(entities.containsKey(ecu.name()) ? ecu.name() : GATEWAY, ecu.doip());
    }

    /** The gateway's DoIP entity. */
    DoipEntity gateway() {
        DoipEntity gateway = entities.get(GATEWAY);
        if (gateway == null) {
            throw new IllegalStateException(
                    "the gateway has to be on the network before anything is routed through it");
        }
        return gateway;
    }

    private TesterLink tester(CanPort port, IsoTpAddress address, IsoTpParameters parameters) {
        IsoTpTesterLink link = new IsoTpTesterLink(
                new IsoTpEndpoint(scheduler, port, address, parameters, frame -> frame.fd() == parameters.fd()));
        routed(port).add(link);
        return link;
    }
}
