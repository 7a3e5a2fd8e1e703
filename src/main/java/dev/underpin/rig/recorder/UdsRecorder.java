package dev.underpin.rig.recorder;

import dev.underpin.can.CanBus;
import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.DoipType;
import dev.underpin.doip.EthernetLink;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.isotp.IsoTpSniffer;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the diagnostic messages that pass on the media where the control units hang: on CAN reassembled from the frames by a listener
 * of its own, on Ethernet taken from the DoIP messages. Requests that a gateway carries on are written where they reach their target.
 */
public final class UdsRecorder {
    private static final int KEPT = 1 << 16;
    private static final int KEPT_OF_TRANSFER = 2;
    private static final int TRANSFER_DATA = 0x36;
    private static final int NEGATIVE = 0x7F;
    private static final int POSITIVE = 0x40;
    private static final int ADDRESSES = 4;
    private static final int BASE_IDENTIFIERS = 0x800;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Pen pen;
    private final Map<CanBus, @Nullable IsoTpSniffer[]> sniffers = new HashMap<>();
    private final Map<Integer, String> entities = new LinkedHashMap<>();

    public UdsRecorder(Pen pen) {
        this.pen = pen;
    }

    /** Listens to the conversations of {@code ecu} on {@code bus}. */
    public void listen(CanBus bus, EcuSpec ecu, CanAddress address) {
        IsoTpSniffer requests =
                new IsoTpSniffer(address.request(), (at, message) -> request(bus.name(), ecu.name(), false, message));
        IsoTpSniffer responses =
                new IsoTpSniffer(address.response(), (at, message) -> response(bus.name(), ecu.name(), message));
        hear(bus, address.request(), requests);
        hear(bus, address.response(), responses);
    }

    /** Listens to requests to all control units on {@code bus} under the functional identifier {@code id}. */
    public void listenFunctional(CanBus bus, int id) {
        IsoTpSniffer requests = new IsoTpSniffer(id, (at, message) -> request(bus.name(), "all", true, message));
        hear(bus, id, requests);
    }

    /** One ear for each bus, which knows who listens to which identifier. */
    private void hear(CanBus bus, int id, IsoTpSniffer sniffer) {
        sniffers.computeIfAbsent(bus, UdsRecorder::observed)[id] = sniffer;
    }

    private static @Nullable IsoTpSniffer[] observed(CanBus bus) {
        @Nullable IsoTpSniffer[] byIdentifier = new @Nullable IsoTpSniffer[BASE_IDENTIFIERS];
        bus.observe((at, sender, frame) -> {
            IsoTpSniffer sniffer = frame.extended() ? null : byIdentifier[frame.id()];
            if (sniffer != null) {
                sniffer.frame(at, frame);
            }
        });
        return byIdentifier;
    }

    /** Listens to the conversations of {@code ecu}, which is on Ethernet itself. */
    public void listen(EcuSpec ecu) {
        entities.put(ecu.doip(), ecu.name());
    }

    /** Listens to the segment. */
    public void listen(EthernetLink ethernet) {
        ethernet.observe((at, from, to, message) -> doip(message));
    }

    private void doip(DoipMessage message) {
        if (message.type() != DoipType.DIAGNOSTIC_MESSAGE || message.payload().length <= ADDRESSES) {
            return;
        }
        ByteBuffer payload = ByteBuffer.wrap(message.payload());
        int source = payload.getShort() & 0xFFFF;
        int target = payload.getShort() & 0xFFFF;
        byte[] pdu = new byte[Math.min(payload.remaining(), KEPT)];
        int length = payload.remaining();
        payload.get(pdu);
        if (entities.containsKey(target)) {
            request("ethernet", entities.get(target), false, pdu, length);
        } else if (entities.containsKey(source)) {
            response("ethernet", entities.get(source), pdu, length);
        }
    }

    private void request(String link, String ecu, boolean functional, byte[] pdu) {
        request(link, ecu, functional, pdu, pdu.length);
    }

    private void request(String link, String ecu, boolean functional, byte[] pdu, int length) {
        write(link, ecu, "request", functional, pdu[0] & 0xFF, pdu, length);
    }

    private void response(String link, String ecu, byte[] pdu) {
        response(link, ecu, pdu, pdu.length);
    }

    private void response(String link, String ecu, byte[] pdu, int length) {
        int first = pdu[0] & 0xFF;
        int service = first == NEGATIVE && pdu.length > 1 ? pdu[1] & 0xFF : first - POSITIVE;
        write(link, ecu, "response", false, service, pdu, length);
    }

    private void write(
            String link, String ecu, String direction, boolean functional, int service, byte[] pdu, int length) {
        boolean bulk = service == TRANSFER_DATA && direction.equals("request");
        byte[] kept = Arrays.copyOf(pdu, Math.min(pdu.length, bulk ? KEPT_OF_TRANSFER : KEPT));
        boolean negative = direction.equals("response") && (pdu[0] & 0xFF) == NEGATIVE && pdu.length > 2;
        Fields fields = Fields.of("link", link)
                .and("ecu", ecu)
                .and("direction", direction)
                .and("functional", functional ? Boolean.TRUE : null)
                .and("sid", sid(service))
                .and("pdu", HEX.formatHex(kept))
                .and("length", length)
                .and("nrc", negative ? HEX.toHexDigits(pdu[2]) : null);
        pen.write(Kind.UDS, link, fields);
    }

    /** Two digits; eight of the negative number that a response below 0x40 would answer. */
    private static String sid(int service) {
        return service < 0 ? HEX.toHexDigits(service) : HEX.toHexDigits((byte) service);
    }
}
