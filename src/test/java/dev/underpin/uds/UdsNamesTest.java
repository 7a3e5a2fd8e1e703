package dev.underpin.uds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UdsNamesTest {
    @Test
    void services_sub_functions_and_refusals_have_the_standards_names() {
        assertThat(UdsNames.service(0x31)).isEqualTo("RoutineControl");
        assertThat(UdsNames.subFunction(0x19, 0x06)).isEqualTo("reportDTCExtDataRecordByDTCNumber");
        assertThat(UdsNames.subFunction(0x27, 0x03)).isEqualTo("requestSeed level 03");
        assertThat(UdsNames.subFunction(0x27, 0x04)).isEqualTo("sendKey level 03");
        assertThat(UdsNames.refusal(0x7E)).isEqualTo("subFunctionNotSupportedInActiveSession");
        assertThat(UdsNames.routine(0xFF01)).contains("checkProgrammingDependencies");
    }

    @Test
    void what_the_standard_does_not_name_has_its_number() {
        assertThat(UdsNames.service(0xBA)).isEqualTo("service BA");
        assertThat(UdsNames.subFunction(0x10, 0x60)).isEqualTo("sub-function 60");
        assertThat(UdsNames.refusal(0xF0)).isEqualTo("code F0");
        assertThat(UdsNames.routine(0x0201)).isEmpty();
    }
}
