package dev.underpin.uds.server;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * 0x86 (ISO 14229-1:2020 clause 10.9): 01, 03, 07, 08 and 09 set an event up, 04 tells what is set up, 05 starts, 00 stops, 06 forgets.
 * Started events are looked at each 100 ms; when one has happened its service is served and the response sent. Windows: 02 without end, 03
 * short 10 s, 04 medium 60 s, 05 long 10 min, 06 until the power goes; at the end of one its final response tells how often the event has
 * happened. Stops with the return to the default session, unless it was started there with the storage bit: then it survives a reset too.
 */
final class EventService implements Service {
    private static final int STOP = 0;
    private static final int REPORT = 4;
    private static final int START = 5;
    private static final int CLEAR = 6;
    private static final int STORAGE = 0x40;
    private static final int INFINITE = 2;
    private static final int POWER = 6;
    private static final long LOOK = 100 * Nanos.MILLISECOND;
    private static final Map<Integer, Long> WINDOWS =
            Map.of(3, 10 * Nanos.SECOND, 4, 60 * Nanos.SECOND, 5, 600 * Nanos.SECOND);

    private final Scheduler scheduler;
    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final DataDirectory directory;
    private final BiConsumer<Request, Reply> inner;
    private final Consumer<byte[]> unasked;
    private final Map<Integer, EventDefinition> events = new TreeMap<>();
    private final Map<Integer, EventWatch> running = new TreeMap<>();
    private final Alarm look;
    private long started;

    EventService(
            Scheduler scheduler,
            EcuDiagnostics ecu,
            ServerState state,
            DataDirectory directory,
            BiConsumer<Request, Reply> inner,
            Consumer<byte[]> unasked) {
        this.scheduler = scheduler;
        this.ecu = ecu;
        this.state = state;
        this.directory = directory;
        this.inner = inner;
        this.unasked = unasked;
        look = scheduler.alarm(this::look);
        state.onLeave(this::left);
        state.onReset(this::forget);
        state.onPowerOn(this::resume);
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return switch (subFunction) {
            case STOP, REPORT, START, CLEAR, STORAGE | STOP, STORAGE | START -> true;
            default -> EventDefinition.isType(subFunction);
        };
    }

    @Override
    public void check(Request request) {
        if (EventDefinition.isType(request.subFunction())) {
            checkEvent(EventDefinition.of(request));
            return;
        }
        request.requireLength(EventDefinition.HEADER);
        boolean stores = (request.subFunction() & STORAGE) != 0;
        NegativeResponse.unless(stores ? request.at(2) == INFINITE : known(request.at(2)), Nrc.OUT_OF_RANGE);
        NegativeResponse.unless(!stores || state.session() == Session.DEFAULT, Nrc.CONDITIONS_NOT_CORRECT);
        boolean starts = (request.subFunction() & ~STORAGE) == START;
        NegativeResponse.unless(!starts || !events.isEmpty(), Nrc.SEQUENCE_ERROR);
    }

    @Override
    public void serve(Request request, Reply reply) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        if (EventDefinition.isType(request.subFunction())) {
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

    private void checkEvent(EventDefinition event) {
        NegativeResponse.unless(known(event.window()), Nrc.OUT_OF_RANGE);
        if (event.type() == EventDefinition.DATA || event.type() == EventDefinition.COMPARISON) {
            NegativeResponse.unless(!DataDirectory.isDynamic(event.identifier()), Nrc.OUT_OF_RANGE);
            int bytes = directory.required(event.identifier()).length();
            if (event.type() == EventDefinition.COMPARISON) {
                ValueComparison.check(event, bytes);
            }
        }
    }

    private void command(int subFunction) {
        stop();
        boolean starts = (subFunction & ~STORAGE) == START;
        if (starts) {
            start();
        }
        if (subFunction == (STORAGE | START)) {
            ecu.events()
                    .store(events.values().stream()
                            .map(EventDefinition::request)
                            .toList());
        } else if (subFunction == (STORAGE | STOP) || subFunction == CLEAR) {
            ecu.events().store(List.of());
        }
        if (subFunction == CLEAR) {
            events.clear();
        }
    }

    private void start() {
        started = scheduler.now();
        events.values().forEach(event -> running.put(event.type(), new EventWatch(ecu, directory, event)));
        look.in(LOOK);
    }

    private void stop() {
        look.cancel();
        running.clear();
    }

    private void left(Session next) {
        if (next == Session.DEFAULT) {
            stop();
            resume();
        }
    }

    private void forget() {
        stop();
        events.clear();
    }

    /** Stored events go on. */
    private void resume() {
        List<byte[]> stored = ecu.events().stored();
        for (byte[] request : stored) {
            EventDefinition event = EventDefinition.of(new Request(request, false));
            events.put(event.type(), event);
        }
        if (!stored.isEmpty()) {
            start();
        }
    }

    private void look() {
        for (EventWatch watch : List.copyOf(running.values())) {
            watch.look().forEach(this::happened);
            Long window = WINDOWS.get(watch.event().window());
            if (window != null && scheduler.now() >= started + window) {
                running.remove(watch.event().type());
                unasked.accept(last(watch));
            }
        }
        if (!running.isEmpty()) {
            look.in(LOOK);
        }
    }

    private void happened(EventWatch.Occurrence occurrence) {
        if (occurrence.response()) {
            unasked.accept(occurrence.message());
        } else {
            Request request = new Request(occurrence.message(), false);
            inner.accept(request, new InnerReply(request, response -> tell(request, response)));
        }
    }

    private static byte[] last(EventWatch watch) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(watch.happened());
        record.writeBytes(watch.event().record());
        return Responses.positive(new Request(watch.event().request(), false), record.toByteArray());
    }

    private void tell(Request request, byte[] response) {
        boolean fits = response.length <= ecu.responseLimit();
        unasked.accept(fits ? response : Responses.negative(request.sid(), Nrc.RESPONSE_TOO_LONG));
    }

    private static boolean known(int window) {
        return window == INFINITE || window == POWER || WINDOWS.containsKey(window);
    }
}
