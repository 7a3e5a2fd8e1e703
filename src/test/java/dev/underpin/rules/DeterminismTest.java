package dev.underpin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.System.identityHashCode");
    private static final Set<String> CHANCE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.Timer",
            "java.util.Date");

    @Test
    void onlyTimeKnowsTheClockAndChance() {
        List<String> offences = Code.CLASSES.stream()
                .filter(type -> !type.getPackageName().equals("dev.underpin.time"))
                .flatMap(type -> offences(type, DeterminismTest::isForbidden))
                .toList();

        assertThat(offences).isEmpty();
    }

    @Test
    void onlyBridgesWorkersAndTheWishToEndStartThreads() {
        List<String> offences = Code.CLASSES.stream()
                .filter(type -> !type.getPackageName().equals("dev.underpin.bridge")
                        && !type.getName().equals("dev.underpin.campaign.Workers")
                        && !type.getName().equals("dev.underpin.cli.EndRequest"))
                .flatMap(type -> offences(type, DeterminismTest::startsThreads))
                .toList();

        assertThat(offences).isEmpty();
    }

    @Test
    void theRuleWouldSeeAnOffence() {
        List<String> offences = Code.CLASSES.stream()
                .filter(type -> type.getPackageName().equals("dev.underpin.time"))
                .flatMap(type -> offences(type, DeterminismTest::isForbidden))
                .toList();

        assertThat(offences).anyMatch(offence -> offence.contains("nanoTime"));
    }

    private static Stream<String> offences(JavaClass type, Predicate<CodeUnitCallTarget> forbidden) {
        return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getConstructorCallsFromSelf().stream())
                .filter(call -> forbidden.test(call.getTarget()))
                .map(JavaCall::getDescription);
    }

    private static boolean startsThreads(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return owner.equals("java.util.concurrent.Executors")
                || (owner.equals("java.lang.Thread")
                        && Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread")
                                .contains(target.getName()));
    }

    private static boolean isForbidden(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return CLOCKS.contains(owner + "." + target.getName())
                || (CHANCE.contains(owner) && target.getName().equals("<init>"));
    }
}
