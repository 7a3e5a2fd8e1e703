package dev.underpin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static final int MAX_LINES = 350;
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^\\s*public (?:static |final |abstract |sealed |non-sealed )*(?:class|interface|enum|record|@interface) .*");

    @Test
    void everyPublicTypeIsDocumented() {
        List<String> bare = Code.sources().stream()
                .flatMap(source -> {
                    List<String> lines = Code.lines(source);
                    return IntStream.range(0, lines.size())
                            .filter(index ->
                                    PUBLIC_TYPE.matcher(lines.get(index)).matches())
                            .filter(index -> !isDocumented(lines, index))
                            .mapToObj(index -> source + ":" + (index + 1));
                })
                .toList();

        assertThat(bare).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndKnowsNull() {
        List<Path> silent = Code.sources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isIntroduced(folder.resolve("package-info.java")))
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void everyFileHoldsOneIdea() {
        List<Path> tooLong = Code.sources().stream()
                .filter(source -> Code.lines(source).size() > MAX_LINES)
                .toList();

        assertThat(tooLong).isEmpty();
    }

    /** Walks up over annotations, which may span lines, to the end of a comment. */
    private static boolean isDocumented(List<String> lines, int type) {
        for (int index = type - 1; index >= 0; index--) {
            String line = lines.get(index).strip();
            if (line.endsWith("*/")) {
                return true;
            }
            if (line.isEmpty() || line.endsWith(";") || (line.endsWith("}") && !line.startsWith("}"))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isIntroduced(Path info) {
        return Files.isRegularFile(info)
                && Code.lines(info).getFirst().startsWith("/**")
                && Code.lines(info).contains("@NullMarked");
    }
}
