package dev.underpin.rig.virtual;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.instrument.Relays;
import dev.underpin.rig.port.Driver;
import dev.underpin.rig.port.Technician;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.plant.Controls;
import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.screen.TouchScreen;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.Optional;

/** The hands and eyes of the driver on the simulated vehicle. */
final class VirtualDriver implements Driver {
    private static final double CHARGER_KILOWATTS = 11;

    private final Vehicle vehicle;
    private final PeopleFaults people;
    private final Technician support;
    private final Relays relays;
    private final Pen pen;

    VirtualDriver(Vehicle vehicle, PeopleFaults people, Technician support, Relays relays, Pen pen) {
        this.relays = relays;
        this.vehicle = vehicle;
        this.people = people;
        this.support = support;
        this.pen = pen;
    }

    @Override
    public boolean press(String screen, String button) {
        return people.press(screen, button);
    }

    @Override
    public boolean sees(String screen, String view) {
        return screen(screen).view(view).isPresent();
    }

    @Override
    public Optional<String> title(String screen, String view) {
        return screen(screen).view(view).map(View::title);
    }

    @Override
    public List<String> buttons(String screen) {
        return screen(screen).views().stream()
                .flatMap(view -> view.buttons().stream())
                .toList();
    }

    @Override
    public List<String> lamps() {
        return vehicle.lamps().lit();
    }

    @Override
    public void ignition(boolean on) {
        if (relays.has(Relays.IGNITION)) {
            relays.set(Relays.IGNITION, on);
        }
        controls().ignition(on);
    }

    @Override
    public boolean gear(String gear) {
        return controls().gear(Gear.valueOf(gear)).granted();
    }

    @Override
    public boolean drive(double kilometresPerHour) {
        boolean engaged = vehicle.plant().motion().gear() == Gear.D
                || controls().gear(Gear.D).granted();
        if (engaged) {
            controls().drive(kilometresPerHour);
        }
        return engaged;
    }

    @Override
    public void park() {
        controls().stop();
    }

    @Override
    public boolean stands() {
        return vehicle.plant().motion().speed() == 0;
    }

    @Override
    public void plug() {
        controls().plug(CHARGER_KILOWATTS);
    }

    @Override
    public void unplug() {
        controls().unplug();
    }

    @Override
    public void navigate(boolean on) {
        controls().navigate(on);
    }

    @Override
    public void assist(boolean on) {
        controls().assist(on);
    }

    @Override
    public void callSupport() {
        int answer = support.call(VirtualManufacturer.PHONE);
        pen.write(
                Kind.ACTION,
                "hands",
                Fields.of("action", "phone-call")
                        .and("value", VirtualManufacturer.PHONE)
                        .and("granted", answer < 300)
                        .and("reason", answer < 300 ? null : "the support desk answered " + answer));
    }

    private Controls controls() {
        return vehicle.plant().controls();
    }

    private TouchScreen screen(String name) {
        return people.screen(name);
    }
}
