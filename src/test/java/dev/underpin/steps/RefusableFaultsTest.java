package dev.underpin.steps;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.Injector;
import dev.underpin.fault.OutOfReach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RefusableFaultsTest {
    @Test
    void a_fault_that_the_rig_cannot_bring_to_its_target_ends_the_scenario_with_what_is_missing() {
        Injector faults = new RefusableFaults(new Injector() {
            @Override
            public void inject(Fault fault) {
                throw new OutOfReach("needs a man in the middle");
            }

            @Override
            public void heal(Fault fault) {}

            @Override
            public void healAll() {}
        });

        assertThatThrownBy(() -> faults.inject(new BusFault.WireOpen("BMS")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("this rig cannot inject wire-open BMS: needs a man in the middle");
    }
}
