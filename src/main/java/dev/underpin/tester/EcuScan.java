package dev.underpin.tester;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Nanos;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which control units answer on a line. On a bus it listens for a while, then says tester present (0x3E 00) under each identifier from
 * {@code first} to {@code last} under which nobody else sent, and takes for an answer only a single frame that answers 0x3E. By DoIP it
 * says so to each logical address.
 *
 * @param line the line
 * @param table names for what answers
 * @param first first identifier or logical address
 * @param last last one
 */
public record EcuScan(Line line, EcuTable table, int first, int last) {
    private static final long LISTENING = Nanos.SECOND;
    private static final long ANSWER = 100 * Nanos.MILLISECOND;
    private static final int FUNCTIONAL = 0x7DF;
    private static final int PROGRESS = 0x40;
    private static final byte[] TESTER_PRESENT = {0x02, 0x3E, 0, -0x34, -0x34, -0x34, -0x34, -0x34};

    /**
     * Scans.
     *
     * @param host the DoIP host that knows the way to a logical address
     */
    public void run(Findings findings, IntFunction<String> host) {
        findings.document().put("operation", "scan ecus").put("line", line.name());
        findings.list("ecus");
        Optional<CanPort> port = line.port();
        if (port.isPresent()) {
            onBus(port.get(), findings);
        } else {
            byDoip(findings, host);
        }
        findings.say("# %d control units answered on %s", findings.list("ecus").size(), line.name());
    }

    private void onBus(CanPort port, Findings findings) {
        Ear ear = new Ear();
        port.listen(ear::heard);
        line.pass(LISTENING);
        BitSet taken = (BitSet) ear.seen.clone();
        findings.say("# %d identifiers in use after %d s, left alone", taken.cardinality(), LISTENING / Nanos.SECOND);
        for (int id = first; id <= last; id++) {
            if (id % PROGRESS == 0) {
                findings.progress("identifier %03X", id);
            }
            if (id != FUNCTIONAL && !taken.get(id)) {
                probe(id, port, ear, findings);
            }
        }
    }

    private void probe(int id, CanPort port, Ear ear, Findings findings) {
        ear.answer = null;
        port.send(CanFrame.classic(id, TESTER_PRESENT));
        line.pass(ANSWER);
        CanFrame answer = ear.answer;
        if (answer != null) {
            String name = table.ecus().values().stream()
                    .filter(ecu -> ecu.can().map(CanAddress::request).equals(Optional.of(id)))
                    .map(EcuSpec::name)
                    .findFirst()
                    .orElse("");
            String said = answer.at(1) == 0x7E ? "positive response" : "negative response %02X".formatted(answer.at(3));
            findings.say("%03X > %03X  %-6s %s", id, answer.id(), name, said);
            findings.add("ecus")
                    .put("request", "%03X".formatted(id))
                    .put("response", "%03X".formatted(answer.id()))
                    .put("name", name)
                    .put("answer", said);
        }
    }

    private void byDoip(Findings findings, IntFunction<String> host) {
        Map<String, Integer> unreached = new TreeMap<>();
        for (int address = first; address <= last; address++) {
            if (address % PROGRESS == 0) {
                findings.progress("logical address %04X", address);
            }
            UdsClient client = new UdsClient(
                    line.scheduler(),
                    line.to(new Address.Logical(address, host.apply(address))),
                    ClientTiming.STANDARD);
            try {
                line.await(client.request((byte) 0x3E, (byte) 0));
                tell(address, "positive response", findings);
            } catch (UdsError error) {
                if (error.kind() == UdsError.Kind.TRANSPORT) {
                    unreached.merge(String.valueOf(error.getMessage()), 1, Integer::sum);
                } else {
                    tell(address, String.valueOf(error.getMessage()), findings);
                }
            } finally {
                client.close();
            }
        }
        unreached.forEach((why, count) -> {
            findings.say("# %d not reached: %s", count, why);
            findings.add("notReached").put("addresses", count).put("why", why);
        });
    }

    private void tell(int address, String said, Findings findings) {
        String name = table.at(address).map(EcuSpec::name).orElse("");
        findings.say("%04X  %-6s %s", address, name, said);
        findings.add("ecus")
                .put("address", "%04X".formatted(address))
                .put("name", name)
                .put("answer", said);
    }

    /** Hears who sends, and whether a single frame answers tester present. */
    private static final class Ear {
        private final BitSet seen = new BitSet();
        private @Nullable CanFrame answer;

        void heard(CanFrame frame) {
            if (frame.extended() || frame.remote()) {
                return;
            }
            byte[] data = frame.data();
            boolean positive = startsWith(data, 0x02, 0x7E, 0x00);
            if ((positive || startsWith(data, 0x03, 0x7F, 0x3E)) && !seen.get(frame.id())) {
                answer = answer == null ? frame : answer;
            } else {
                seen.set(frame.id());
            }
        }

        private static boolean startsWith(byte[] data, int... head) {
            return data.length > head.length
                    && Arrays.equals(
                            data, 0, head.length, new byte[] {(byte) head[0], (byte) head[1], (byte) head[2]}, 0, 3);
        }
    }
}
