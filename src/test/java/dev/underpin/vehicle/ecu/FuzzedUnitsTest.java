package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.Fuzz;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that are nearly right, to every control unit of the table: whatever comes, it is answered as the judge of the histories wants it,
 * and nothing breaks, hangs or grows. {@code -Dfuzz=20} makes the half million requests ten million.
 */
class FuzzedUnitsTest {
    private static final int REQUESTS = 500_000 / EcuBench.TABLE.ecus().size();
    private static final int BUSY_CHANCE = 500;
    private static final int MOST_KEPT = 2000;

    static Stream<String> units() {
        return EcuBench.TABLE.ecus().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("units")
    void a_control_unit_answers_whatever_it_is_asked_as_the_standard_wants_it(String name) {
        JudgedUnit unit = new JudgedUnit(name);
        Entropy chance = new Entropy(14229).fork(name);
        RequestMill mill = new RequestMill(unit.bench.spec, chance);
        for (int i = 0; i < Fuzz.rounds(REQUESTS); i++) {
            byte[] request = mill.next();
            boolean functional = chance.below(16) == 0;
            boolean hurried = chance.below(BUSY_CHANCE) == 0;
            unit.ask(request, functional, hurried ? mill.next() : null);
            if (chance.below(200) == 0) {
                unit.unlock();
            }
            if (chance.below(2000) == 0) {
                unit.idle(12 * Nanos.SECOND);
            }
        }
        assertThat(unit.kept()).as("what is kept of it all").isLessThan(MOST_KEPT);
        assertThat(unit.judged()).isGreaterThanOrEqualTo(Fuzz.rounds(REQUESTS));
        unit.restart();
        assertThat(unit.bench.ask("22 F186")).isEqualTo("62F18601");
    }
}
