package dev.underpin.vehicle.ecu;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.ServerLink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A tester's way without a medium. */
final class TestLink implements ServerLink {
    private static final long PATIENCE = 30 * Nanos.SECOND;
    private static final long FLIGHT = 100 * Nanos.MICROSECOND;

    final List<String> responses = new ArrayList<>();

    private final VirtualScheduler scheduler;
    private final List<Listener> listeners = new ArrayList<>();
    private boolean patient;

    TestLink(VirtualScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Sends a request and runs until its final response; empty when there is none. */
    String ask(byte[] request) {
        int before = responses.size();
        tell(request, false);
        patient = true;
        Alarm end = scheduler.after(PATIENCE, () -> patient = false);
        while (patient && (responses.size() == before || pending(responses.getLast()))) {
            scheduler.step();
        }
        end.cancel();
        scheduler.runUntil(scheduler.now() + Nanos.MILLISECOND);
        return patient ? responses.getLast() : "";
    }

    void tell(byte[] request, boolean functional) {
        listeners.forEach(listener -> listener.request(request, functional));
    }

    @Override
    public void send(byte[] response, Runnable done) {
        scheduler.after(FLIGHT, () -> {
            responses.add(HexFormat.of().withUpperCase().formatHex(response));
            done.run();
        });
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    private static boolean pending(String response) {
        return response.startsWith("7F") && response.endsWith("78");
    }
}
