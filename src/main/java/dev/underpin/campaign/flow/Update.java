package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;

/**
 * An update over the air, installed at once by somebody in the car.
 *
 * @param release the bundle of the catalogue
 * @param bearer what it is loaded over
 */
public record Update(String release, Bearer bearer) implements Flow {
    private static final long BOUND = 30 * Nanos.MINUTE;
    private static final List<String> PROMISED = List.of("OTA-Q1", "OTA-Q2", "OTA-Q3", "OTA-Q4");
    private static final List<String> CHOICES = List.of("Confirm", "Install Now", "Install Update");

    @Override
    public String name() {
        return "update";
    }

    @Override
    public long bound() {
        return BOUND;
    }

    @Override
    public Course begin(Bench bench) {
        Scene.set(bench, bearer);
        bench.manufacturer().publish(release);
        UpdatingPerson person = new UpdatingPerson(bench, bearer);
        return new Course() {
            @Override
            public long act() {
                person.act(CHOICES);
                return UpdatingPerson.GLANCE;
            }

            @Override
            public Optional<String> end() {
                return person.end();
            }

            @Override
            public List<String> postconditions() {
                return PROMISED;
            }
        };
    }
}
