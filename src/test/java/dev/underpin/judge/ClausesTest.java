package dev.underpin.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.judge.ota.OtaRows;
import dev.underpin.judge.ota.VehicleRows;
import dev.underpin.judge.remote.RemoteRows;
import dev.underpin.judge.transport.TransportRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClausesTest {
    private static final Path FEATURES = Path.of("features");
    /** Rows of the checklists for control units, which a workshop's tester goes through. */
    private static final Pattern CHECKLIST = Pattern.compile("ECU-(0[1-9]|1[0-4])|V(12|14|36|37|38)");

    private static final Pattern TAG = Pattern.compile("@([A-Za-z0-9-]+)");

    static List<String> clauses() {
        return Clauses.read(FEATURES).all().stream().map(Clause::id).toList();
    }

    private static Set<String> tags() throws IOException {
        Set<String> tags = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FEATURES)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".feature")).toList()) {
                Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("@"))
                        .forEach(line -> TAG.matcher(line).results().forEach(tag -> tags.add(tag.group(1))));
            }
        }
        return tags;
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyClauseHasAScenario(String clause) throws IOException {
        assertThat(tags()).contains(clause);
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyClauseHasAChecker(String clause) {
        assertThat(Judge.standard().decides(clause)).isTrue();
    }

    @Test
    void everyTagNamesAClauseOrANeedOrARowOfACatalogueOrChecklist() throws IOException {
        Set<String> known = new TreeSet<>(clauses());
        TransportRows.all().forEach(row -> known.add(row.id()));
        OtaRows.all().forEach(row -> known.add(row.id()));
        RemoteRows.all().forEach(row -> known.add(row.id()));
        VehicleRows.all().forEach(row -> known.add(row.id()));

        assertThat(tags())
                .allMatch(tag -> known.contains(tag)
                        || CHECKLIST.matcher(tag).matches()
                        || tag.startsWith("needs-")
                        || tag.equals("open"));
    }

    @Test
    void everyCheckerDecidesAClauseOfTheTable() {
        assertThat(clauses()).containsAll(Checkers.byClause().keySet());
    }

    @Test
    void noTwoInvariantsShareARuleId() {
        assertThat(Invariants.all().stream().map(Promise::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "remote-diagnostics/contract.md, 258f98d05fc7eae1e2e1de382c34f0410b003a4e59518bf4d5f62639ebaf1db8",
        "ota-update/contract.md, 524da778ef9c91e686642c2fa3f823bbdbb7d74135a5151060ec109abfaac46a",
        "ota-scheduled-update/contract.md, 9759a987db135af52698f3c8d91c43efe8699c5a1fa11d6594c2365f91c79f8d",
        "clauses.md, deef467e9057a636fc6162ba26cb094a51a74b3157b68b357bb24b8e2e150e0b"
    })
    void theOwnersWordsAreUnchanged(String file, String sha256) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(FEATURES.resolve(file));

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(sha256);
    }
}
