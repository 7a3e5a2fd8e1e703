package dev.underpin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** The rules of the standards and where they are tested: each {@code rules.csv}; the tables land beside the test reports. */
class RuleTableTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "dev", "underpin");
    private static final Path REPORTS = Path.of("target", "surefire-reports");

    @TestFactory
    List<DynamicContainer> each_rule_has_a_test() throws IOException {
        return tables().stream()
                .map(table -> DynamicContainer.dynamicContainer(
                        table.name(),
                        table.rules().stream()
                                .map(rule -> DynamicTest.dynamicTest(
                                        rule.id() + " " + rule.words(),
                                        () -> assertThat(isTest(rule.test()))
                                                .as(rule.test())
                                                .isTrue()))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> each_table_is_written_and_says_each_rule_once() throws IOException {
        return tables().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    table.write();

                    assertThat(table.rules()).extracting(Rule::id).doesNotHaveDuplicates();
                    assertThat(table.rules()).extracting(Rule::words).noneMatch(String::isBlank);
                }))
                .toList();
    }

    @Test
    void the_bus_and_diagnostics_have_tables() throws IOException {
        assertThat(tables()).extracting(Table::name).contains("can", "uds");
    }

    private static List<Table> tables() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("rules.csv"))
                    .sorted()
                    .map(Table::read)
                    .toList();
        }
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

    /** The rules of one room. */
    private record Table(String name, List<Rule> rules) {
        static Table read(Path file) {
            try {
                String room = RESOURCES.relativize(file.getParent()).toString();
                return new Table(
                        room.replace('/', '.'),
                        Files.readAllLines(file).stream().skip(1).map(Rule::of).toList());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        void write() throws IOException {
            StringBuilder table = new StringBuilder("| rule | words | test | outside check |\n|---|---|---|---|\n");
            rules.forEach(rule -> table.append(
                    "| %s | %s | %s | %s |%n".formatted(rule.id(), rule.words(), rule.test(), rule.outside())));
            Files.createDirectories(REPORTS);
            Files.writeString(REPORTS.resolve(name + "-rules.md"), table);
        }
    }

    /** A line of a table; its words may hold semicolons. */
    private record Rule(String id, String words, String test, String outside) {
        static Rule of(String line) {
            String[] parts = line.split(";", -1);
            int last = parts.length - 1;
            assertThat(parts.length).as(line).isGreaterThanOrEqualTo(4);
            return new Rule(
                    parts[0], String.join(";", Arrays.copyOfRange(parts, 1, last - 1)), parts[last - 1], parts[last]);
        }
    }
}
