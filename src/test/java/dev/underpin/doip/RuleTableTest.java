package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** The rules of diagnostics over IP and where they are tested; the table lands beside the test reports. */
class RuleTableTest {
    private static final Path TABLE = Path.of("target", "surefire-reports", "doip-rules.md");

    @TestFactory
    List<DynamicTest> eachRuleHasATest() throws IOException {
        return rules().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.id() + " " + rule.words(),
                        () -> assertThat(isTest(rule.test())).as(rule.test()).isTrue()))
                .toList();
    }

    @Test
    void theTableIsWritten() throws IOException {
        StringBuilder table = new StringBuilder("| rule | words | test | outside check |\n|---|---|---|---|\n");
        rules().forEach(rule -> table.append(
                "| %s | %s | %s | %s |%n".formatted(rule.id(), rule.words(), rule.test(), rule.outside())));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table);

        assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    private static boolean isTest(String name) throws ClassNotFoundException {
        String[] parts = name.split("#");
        Class<?> type = Class.forName("dev.underpin." + parts[0]);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(RuleTableTest::runs)
                .anyMatch(method -> parts.length == 1 || method.getName().equals(parts[1]));
    }

    private static boolean runs(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class)
                || method.isAnnotationPresent(TestFactory.class);
    }

    private static List<Rule> rules() throws IOException {
        try (InputStream table = Objects.requireNonNull(RuleTableTest.class.getResourceAsStream("rules.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(it -> new Rule(
                            it[0],
                            String.join(";", Arrays.copyOfRange(it, 1, it.length - 2)),
                            it[it.length - 2],
                            it[it.length - 1]))
                    .toList();
        }
    }

    private record Rule(String id, String words, String test, String outside) {}
}
