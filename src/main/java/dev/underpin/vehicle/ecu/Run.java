package dev.underpin.vehicle.ecu;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.time.Alarm;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.DtcCode;
import dev.underpin.vehicle.ecu.memory.FaultMemory;
import dev.underpin.vehicle.ecu.memory.Monitor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One run of an application: what it was given dies with it, so that nothing of it acts after the stop. */
final class Run implements EcuContext {
    private final String ecu;
    private final EcuParts parts;
    private final Entropy entropy;
    private final FaultMemory faults;
    private final NonVolatile storage;
    private final String version;
    private final Runnable watchdog;
    private final Map<String, MortalPort> ports = new LinkedHashMap<>();
    private final MortalPort[] inOrder;
    private boolean alive = true;
    private boolean receiving = true;
    private boolean transmitting = true;

    Run(
            String ecu,
            EcuParts parts,
            Entropy entropy,
            FaultMemory faults,
            NonVolatile storage,
            String version,
            Runnable watchdog) {
        this.ecu = ecu;
        this.parts = parts;
        this.entropy = entropy;
        this.faults = faults;
        this.storage = storage;
        this.version = version;
        this.watchdog = watchdog;
        parts.ports().forEach((bus, port) -> ports.put(bus, new MortalPort(port)));
        inOrder = ports.values().toArray(MortalPort[]::new);
    }

    void end() {
        alive = false;
    }

    /** Service 0x28: whether the application's frames pass. */
    void communication(boolean receive, boolean transmit) {
        receiving = receive;
        transmitting = transmit;
    }

    /** A frame came in at a port. */
    void received(CanPort at, CanFrame frame) {
        if (alive && receiving) {
            for (MortalPort port : inOrder) {
                if (port.port.equals(at)) {
                    port.hear(frame);
                }
            }
        }
    }

    @Override
    public String ecu() {
        return ecu;
    }

    @Override
    public Scheduler scheduler() {
        return new MortalScheduler(parts.calendar().scheduler());
    }

    @Override
    public Calendar calendar() {
        return parts.calendar();
    }

    @Override
    public Entropy entropy() {
        return entropy;
    }

    @Override
    public CanPort port(String bus) {
        MortalPort port = ports.get(bus);
        if (port == null) {
            throw new IllegalArgumentException("%s is on %s, not on %s".formatted(ecu, ports.keySet(), bus));
        }
        return port;
    }

    @Override
    public Monitor monitor(String dtc) {
        return faults.monitor(DtcCode.parse(dtc));
    }

    @Override
    public String lampColour(String lamp) {
        return faults.lampColour(lamp);
    }

    @Override
    public NonVolatile storage() {
        return storage;
    }

    @Override
    public double volts() {
        return parts.supply().volts();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void operationCycle() {
        faults.nextCycle();
    }

    @Override
    public void reset() {
        watchdog.run();
    }

    private final class MortalScheduler implements Scheduler {
        private final Scheduler scheduler;

        MortalScheduler(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public long now() {
            return scheduler.now();
        }

        @Override
        public Alarm alarm(Runnable action) {
            return scheduler.alarm(() -> {
                if (alive) {
                    action.run();
                }
            });
        }
    }

    private final class MortalPort implements CanPort {
        private final CanPort port;
        private Listener[] listeners = {};

        MortalPort(CanPort port) {
            this.port = port;
        }

        void hear(CanFrame frame) {
            for (Listener listener : listeners) {
                listener.received(frame);
            }
        }

        @Override
        public String node() {
            return port.node();
        }

        @Override
        public void send(CanFrame frame, Runnable confirmation) {
            if (alive && transmitting) {
                port.send(frame, () -> {
                    if (alive) {
                        confirmation.run();
                    }
                });
            }
        }

        @Override
        public void listen(Listener listener) {
            listeners = Arrays.copyOf(listeners, listeners.length + 1);
            listeners[listeners.length - 1] = listener;
        }

        @Override
        public boolean abort(CanFrame frame) {
            return port.abort(frame);
        }

        @Override
        public ControllerState state() {
            return port.state();
        }

        @Override
        public void recover() {
            port.recover();
        }

        @Override
        public void power(boolean on) {
            throw new UnsupportedOperationException("a port is powered with its control unit");
        }
    }
}
