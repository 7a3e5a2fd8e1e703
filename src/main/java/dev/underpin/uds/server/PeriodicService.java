package dev.underpin.uds.server;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * 0x2A: sends identifiers F2xx again and again until stopped: 01 each second, 02 each 300 ms, 03 each 50 ms, 04 stops those named or
 * all. Each message is the lower byte of the identifier and its data; one that the ECU's way for them does not carry is refused. Ends with the return to the default session.
 */
final class PeriodicService implements Service {
    private static final int STOP = 4;
    private static final int MOST = 16;
    private static final int PAGE = 0xF200;
    private static final long[] PERIODS = {0, Nanos.SECOND, 300 * Nanos.MILLISECOND, 50 * Nanos.MILLISECOND};

    private final Scheduler scheduler;
    private final EcuDiagnostics ecu;
    private final DataDirectory directory;
    private final Consumer<byte[]> unasked;
    private final Map<Integer, Alarm> running = new TreeMap<>();

    PeriodicService(
            Scheduler scheduler,
            EcuDiagnostics ecu,
            ServerState state,
            DataDirectory directory,
            Consumer<byte[]> unasked) {
        this.scheduler = scheduler;
        this.ecu = ecu;
        this.directory = directory;
        this.unasked = unasked;
        state.onLeave(next -> {
            if (next == Session.DEFAULT) {
                stopAll();
            }
        });
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(2);
        NegativeResponse.unless(request.at(1) >= 1 && request.at(1) <= STOP, Nrc.OUT_OF_RANGE);
        if (request.at(1) == STOP) {
            return;
        }
        request.requireAtLeast(3);
        long fresh = 0;
        for (int index = 2; index < request.length(); index++) {
            int length = directory.required(PAGE | request.at(index)).length();
            NegativeResponse.unless(1 + length <= ecu.periodicLimit(), Nrc.OUT_OF_RANGE);
            fresh += running.containsKey(request.at(index)) ? 0 : 1;
        }
        NegativeResponse.unless(running.size() + fresh <= MOST, Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        if (request.length() == 2) {
            stopAll();
        }
        for (int index = 2; index < request.length(); index++) {
            stop(request.at(index));
            if (request.at(1) != STOP) {
                start(request.at(index), PERIODS[request.at(1)]);
            }
        }
        reply.positive();
    }

    private void start(int identifier, long period) {
        Alarm alarm = scheduler.alarm(() -> tell(identifier, period));
        running.put(identifier, alarm);
        alarm.in(period);
    }

    private void tell(int identifier, long period) {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.write(identifier);
            message.writeBytes(directory.required(PAGE | identifier).reader().get());
            unasked.accept(message.toByteArray());
            Alarm alarm = running.get(identifier);
            if (alarm != null) {
                alarm.in(period);
            }
        } catch (NegativeResponse outOfReach) {
            stop(identifier);
        }
    }

    private void stop(int identifier) {
        Alarm alarm = running.remove(identifier);
        if (alarm != null) {
            alarm.cancel();
        }
    }

    private void stopAll() {
        running.values().forEach(Alarm::cancel);
        running.clear();
    }
}
