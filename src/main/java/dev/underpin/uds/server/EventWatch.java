package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.DtcStatus;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Sid;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks whether an event has happened since the look before; of codes none is missed that changed in between. */
final class EventWatch {
    private final EcuDiagnostics ecu;
    private final DataDirectory directory;
    private final EventDefinition event;
    private final ValueComparison comparison;
    private byte[] seen;
    private int happened;

    EventWatch(EcuDiagnostics ecu, DataDirectory directory, EventDefinition event) {
        this.ecu = ecu;
        this.directory = directory;
        this.event = event;
        comparison = new ValueComparison(event);
        seen = value();
        comparison.look(seen);
    }

    EventDefinition event() {
        return event;
    }

    /** How often it has happened, up to 255. */
    int happened() {
        return Math.min(happened, 0xFF);
    }

    /** What to serve or to say now. */
    List<Occurrence> look() {
        byte[] before = seen;
        seen = value();
        List<Occurrence> now = occurrences(before, seen);
        happened += now.size();
        return now;
    }

    private List<Occurrence> occurrences(byte[] before, byte[] now) {
        return switch (event.type()) {
            case EventDefinition.COMPARISON -> comparison.look(now) ? List.of(service()) : List.of();
            case EventDefinition.RECENT_DTC -> risen(before, now);
            case EventDefinition.DTC_RECORD -> records(before, now);
            default -> Arrays.equals(before, now) ? List.of() : List.of(service());
        };
    }

    private Occurrence service() {
        return new Occurrence(event.service(), false);
    }

    /** Each code whose bit has risen is told by itself, so that the latest does not hide the one before. */
    private List<Occurrence> risen(byte[] before, byte[] now) {
        List<Occurrence> told = new ArrayList<>();
        List<DtcRecord> codes = ecu.faults().supported();
        DtcRecords records = new DtcRecords(ecu.faults().availabilityMask());
        Request report = new Request(new byte[] {Sid.READ_DTC, (byte) event.at(0)}, false);
        for (int i = 0; i < Math.min(before.length, now.length); i++) {
            if ((now[i] & ~before[i]) != 0) {
                byte[] record = records.list(List.of(codes.get(i)));
                told.add(new Occurrence(Responses.positive(report, record), true));
            }
        }
        return told;
    }

    private List<Occurrence> records(byte[] before, byte[] now) {
        List<Occurrence> requests = new ArrayList<>();
        List<DtcRecord> codes = ecu.faults().supported();
        for (int i = 0; i < Math.min(before.length, now.length); i++) {
            if (before[i] != now[i]) {
                int code = codes.get(i).code();
                ByteArrayOutputStream request = new ByteArrayOutputStream();
                request.write(Sid.READ_DTC);
                request.write(event.at(1));
                request.write(code >> 16);
                request.write(code >> 8);
                request.write(code);
                request.write(event.condition(), 2, event.condition().length - 2);
                requests.add(new Occurrence(request.toByteArray(), false));
            }
        }
        return requests;
    }

    private byte[] value() {
        return switch (event.type()) {
            case EventDefinition.DATA, EventDefinition.COMPARISON -> data();
            case EventDefinition.RECENT_DTC ->
                statuses(event.at(0) == 0x0D ? DtcStatus.TEST_FAILED : DtcStatus.CONFIRMED);
            default -> statuses(event.at(0));
        };
    }

    private byte[] statuses(int mask) {
        ByteArrayOutputStream statuses = new ByteArrayOutputStream();
        ecu.faults().supported().forEach(dtc -> statuses.write(dtc.status() & mask));
        return statuses.toByteArray();
    }

    private byte[] data() {
        try {
            return directory.required(event.identifier()).reader().get();
        } catch (NegativeResponse outOfReach) {
            return new byte[0];
        }
    }

    /**
     * What has to be done because the event has happened.
     *
     * @param message a request to serve, or a response to send
     * @param response which of both
     */
    record Occurrence(byte[] message, boolean response) {}
}
