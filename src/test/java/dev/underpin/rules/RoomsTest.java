package dev.underpin.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomsTest {
    private static final String ROOT = "dev.underpin.";

    /** Each room may use itself and those before it. */
    private static final List<String> ORDER = List.of(
            "time",
            "mistake",
            "signature",
            "serial",
            "instrument",
            "history",
            "can",
            "isotp",
            "uds",
            "doip",
            "vehicle",
            "cloud",
            "fault",
            "judge",
            "rig",
            "bridge",
            "trace",
            "tester",
            "evidence",
            "steps",
            "report",
            "session",
            "campaign",
            "defect",
            "bench",
            "vm",
            "cli");

    @Test
    void everyPackageBelongsToARoom() {
        Set<String> rooms = new TreeSet<>();
        Code.CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .forEach(type -> rooms.add(room(type)));

        assertThat(ORDER).containsAll(rooms);
    }

    @ParameterizedTest
    @MethodSource("order")
    void aRoomUsesOnlyThoseBeforeIt(String room) {
        List<String> later = new ArrayList<>(ORDER.subList(ORDER.indexOf(room) + 1, ORDER.size()));

        noClasses()
                .that(in(room))
                .should()
                .dependOnClassesThat(in(later.toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(Code.CLASSES);
    }

    @Test
    void theSystemUnderTestKnowsNothingOfWhatTestsIt() {
        noClasses()
                .that(in("vehicle", "cloud"))
                .should()
                .dependOnClassesThat(in("history", "fault", "judge", "rig", "steps", "evidence", "report", "session"))
                .allowEmptyShould(true)
                .check(Code.CLASSES);
    }

    @Test
    void theCloudAndTheVehicleShareOnlyWhatPassesBetweenThem() {
        noClasses()
                .that(in("cloud"))
                .should()
                .dependOnClassesThat(in("vehicle"))
                .allowEmptyShould(true)
                .check(Code.CLASSES);
    }

    @Test
    void checkersSeeTheHistoryAndTheListOfFaultsAlone() {
        classes()
                .that(in("judge"))
                .should()
                .onlyDependOnClassesThat(in("judge", "fault", "history", "time", "mistake")
                        .or(describe("others' code", RoomsTest::isForeign)))
                .allowEmptyShould(true)
                .check(Code.CLASSES);
    }

    @Test
    void stepsNeverKnowWhichTierTheyAreOn() {
        noClasses()
                .that(in("steps"))
                .should()
                .dependOnClassesThat(in("can", "isotp", "uds", "doip", "vehicle", "cloud")
                        .or(describe("rig, but not its ports", RoomsTest::isBehindThePorts)))
                .allowEmptyShould(true)
                .check(Code.CLASSES);
    }

    private static List<String> order() {
        return ORDER;
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> in(String... rooms) {
        Set<String> names = Set.of(rooms);
        return describe("in " + String.join(", ", rooms), type -> !isForeign(type) && names.contains(room(type)));
    }

    private static boolean isForeign(JavaClass type) {
        return !type.getBaseComponentType().getPackageName().startsWith(ROOT);
    }

    private static boolean isBehindThePorts(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT + "rig") && !name.equals(ROOT + "rig.port");
    }

    private static String room(JavaClass type) {
        return type.getBaseComponentType()
                .getPackageName()
                .substring(ROOT.length())
                .replaceAll("\\..*", "");
    }
}
