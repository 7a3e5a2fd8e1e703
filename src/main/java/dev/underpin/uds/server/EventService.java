package dev.underpin.uds.server;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * 0x86: 01 and 03 set an event up, 04 tells what is set up, 05 starts, 00 stops, 06 forgets. Started events are looked at each 100 ms;
 * when one has happened its service is served and the response sent. Only the infinite window and no storage are supported. Stops with
 * the return to the default session.
 */
final class EventService implements Service {
    private static final int STOP = 0;
    private static final int REPORT = 4;
    private static final int START = 5;
    private static final int CLEAR = 6;
    private static final int INFINITE = 2;
    private static final long LOOK = 100 * Nanos.MILLISECOND;

    private final EcuDiagnostics ecu;
    private final DataDirectory directory;
    private final BiConsumer<Request, Reply> inner;
    private final Consumer<byte[]> unasked;
    private final Map<Integer, EventDefinition> events = new TreeMap<>();
    private final Map<Integer, byte[]> seen = new TreeMap<>();
    private final Alarm look;

    EventService(
            Scheduler scheduler,
            EcuDiagnostics ecu,
            ServerState state,
            DataDirectory directory,
            BiConsumer<Request, Reply> inner,
            Consumer<byte[]> unasked) {
        this.ecu = ecu;
        this.directory = directory;
        this.inner = inner;
        this.unasked = unasked;
        look = scheduler.alarm(this::look);
        state.onLeave(next -> {
            if (next == Session.DEFAULT) {
                look.cancel();
            }
        });
        state.onReset(events::clear);
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return switch (subFunction) {
            case STOP, EventDefinition.DTC_STATUS, EventDefinition.DATA, REPORT, START, CLEAR -> true;
            default -> false;
        };
    }

    @Override
    public void check(Request request) {
        if (!setsUp(request)) {
            request.requireLength(EventDefinition.HEADER);
            NegativeResponse.unless(request.at(2) == INFINITE, Nrc.OUT_OF_RANGE);
            NegativeResponse.unless(request.subFunction() != START || !events.isEmpty(), Nrc.SEQUENCE_ERROR);
            return;
        }
        request.requireAtLeast(EventDefinition.HEADER + EventDefinition.conditionLength(request.subFunction()) + 1);
        EventDefinition event = EventDefinition.of(request);
        NegativeResponse.unless(event.window() == INFINITE && respondable(event), Nrc.OUT_OF_RANGE);
        if (event.type() == EventDefinition.DATA) {
            directory.required(event.identifier());
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        if (setsUp(request)) {
            EventDefinition event = EventDefinition.of(request);
            events.put(event.type(), event);
            record.write(0);
            record.writeBytes(event.record());
        } else if (request.subFunction() == REPORT) {
            record.write(events.size());
            events.values().forEach(event -> {
                record.write(event.type());
                record.writeBytes(event.record());
            });
        } else {
            command(request.subFunction());
            record.write(0);
            record.write(request.at(2));
        }
        reply.positive(record.toByteArray());
    }

    private void command(int subFunction) {
        look.cancel();
        if (subFunction == START) {
            seen.clear();
            events.values().forEach(event -> seen.put(event.type(), value(event)));
            look.in(LOOK);
        } else if (subFunction == CLEAR) {
            events.clear();
        }
    }

    private void look() {
        for (EventDefinition event : events.values()) {
            byte[] now = value(event);
            byte[] before = seen.put(event.type(), now);
            if (before != null && !Arrays.equals(before, now)) {
                Request request = new Request(event.service(), false);
                inner.accept(request, new InnerReply(request, response -> tell(request, response)));
            }
        }
        look.in(LOOK);
    }

    private void tell(Request request, byte[] response) {
        boolean fits = response.length <= ecu.responseLimit();
        unasked.accept(fits ? response : Responses.negative(request.sid(), Nrc.RESPONSE_TOO_LONG));
    }

    private byte[] value(EventDefinition event) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        if (event.type() == EventDefinition.DTC_STATUS) {
            for (DtcRecord dtc : ecu.faults().supported()) {
                value.write(dtc.status() & event.condition()[0]);
            }
        } else {
            try {
                value.writeBytes(directory.required(event.identifier()).reader().get());
            } catch (NegativeResponse outOfReach) {
                value.reset();
            }
        }
        return value.toByteArray();
    }

    private static boolean respondable(EventDefinition event) {
        return switch (event.service()[0] & 0xFF) {
            case Sid.READ_DTC, Sid.READ_DATA, Sid.ROUTINE_CONTROL, Sid.IO_CONTROL -> true;
            default -> false;
        };
    }

    private static boolean setsUp(Request request) {
        return request.subFunction() == EventDefinition.DTC_STATUS || request.subFunction() == EventDefinition.DATA;
    }
}
