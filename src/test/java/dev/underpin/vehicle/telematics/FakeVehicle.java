package dev.underpin.vehicle.telematics;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.UdsClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signals that a test sets, control units that restart, and the marks that update mode leaves. */
public final class FakeVehicle implements VehicleState, VehicleControl {
    public double soc = 80;
    public double volts = 12.6;
    public double speed;
    public String gear = "P";
    public boolean ignition = true;
    public boolean charger;
    public boolean navigation;
    public boolean assistance;
    public Body body = Body.SHUT;
    public boolean gateway = true;
    public final List<String> lamps = new ArrayList<>();
    public final List<Boolean> updateMode = new ArrayList<>();
    public final Map<String, FakeEcu> ecus = new LinkedHashMap<>();
    public Runnable onRestart = () -> {};
    public int restarts;
    private final Map<String, UdsClient> clients = new LinkedHashMap<>();
    private final Scheduler scheduler;

    public FakeVehicle(Scheduler scheduler, String... names) {
        this.scheduler = scheduler;
        for (String name : names) {
            FakeEcu ecu = new FakeEcu(scheduler, name, FakeEcu.image(name, "2026.40", 40, 64));
            ecus.put(name, ecu);
            clients.put(name, new UdsClient(scheduler, ecu, ClientTiming.STANDARD));
        }
    }

    public FakeEcu ecu(String name) {
        return java.util.Objects.requireNonNull(ecus.get(name));
    }

    @Override
    public Body body() {
        return body;
    }

    public EcuAccess access() {
        return new EcuAccess(
                List.copyOf(ecus.keySet()), name -> java.util.Objects.requireNonNull(clients.get(name)), name ->
                        new byte[] {1, 2, 3});
    }

    public boolean inUpdateMode() {
        return !updateMode.isEmpty() && updateMode.getLast();
    }

    @Override
    public boolean updateMode(boolean on) {
        if (gateway) {
            updateMode.add(on);
        }
        return gateway;
    }

    @Override
    public void restart(Runnable restarted) {
        restarts++;
        ecus.values().forEach(FakeEcu::powerCycle);
        onRestart.run();
        scheduler.after(3 * Nanos.SECOND, restarted);
    }

    @Override
    public double stateOfCharge() {
        return soc;
    }

    @Override
    public double lowVoltage() {
        return volts;
    }

    @Override
    public double speed() {
        return speed;
    }

    @Override
    public String gear() {
        return gear;
    }

    @Override
    public boolean ignition() {
        return ignition;
    }

    @Override
    public boolean chargerConnected() {
        return charger;
    }

    @Override
    public boolean navigationActive() {
        return navigation;
    }

    @Override
    public boolean drivingAssistanceActive() {
        return assistance;
    }

    @Override
    public double odometer() {
        return 1234.5;
    }

    @Override
    public List<String> lamps() {
        return List.copyOf(lamps);
    }
}
