package dev.underpin.session;

import dev.underpin.mistake.UserMistake;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Feature files on disk. Below one of {@code bases} they are named from there, so that reports carry no path of this machine. */
final class FeatureFiles {
    private static final String SUFFIX = ".feature";
    private static final Pattern PLACE = Pattern.compile("\\((\\d+):(\\d+)\\): (.*)");
    private static final Pattern EXPECTED = Pattern.compile("expected: (.*), got '(.*)'");

    private final List<Path> bases;
    private final FeatureParser parser;

    private FeatureFiles(List<Path> bases) {
        this.bases = bases.stream().map(FeatureFiles::plain).toList();
        AtomicLong parsed = new AtomicLong();
        this.parser = new FeatureParser(() -> new UUID(0, parsed.incrementAndGet()));
    }

    /**
     * Reads every feature file named, or below a folder named, in the order of their names; each once.
     *
     * @throws UserMistake when a path is not there, holds no feature file, or a file is damaged
     */
    static List<Feature> read(List<Path> paths, List<Path> bases) {
        FeatureFiles files = new FeatureFiles(bases);
        return paths.stream()
                .flatMap(path -> below(path).stream())
                .map(FeatureFiles::plain)
                .distinct()
                .sorted()
                .flatMap(path -> files.parse(path).stream())
                .toList();
    }

    private static List<Path> below(Path path) {
        if (!Files.exists(path)) {
            throw UserMistake.in(path.toString(), "", "a feature file or a folder of them", "nothing there");
        }
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> found = tree.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .toList();
            if (found.isEmpty()) {
                throw UserMistake.in(path.toString(), "", "feature files (*.feature)", "none");
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Feature> parse(Path file) {
        String name = name(file);
        try {
            return new ArrayList<>(parser.parseResource(new FeatureFile(file, uri(name))).stream()
                    .toList());
        } catch (FeatureParserException damaged) {
            throw damaged(name, String.valueOf(damaged.getMessage()));
        }
    }

    private String name(Path file) {
        return bases.stream()
                .filter(file::startsWith)
                .findFirst()
                .map(base -> base.relativize(file))
                .orElse(file)
                .toString();
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static URI uri(String name) {
        try {
            return new URI("file", name, null);
        } catch (URISyntaxException odd) {
            throw UserMistake.in(name, "", "a file name that can be written as a URI", odd.getReason());
        }
    }

    /** The parser's first complaint, in the words that all user mistakes have. */
    private static UserMistake damaged(String name, String message) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return UserMistake.in(name, "", "Gherkin", message);
        }
        Matcher expected = EXPECTED.matcher(place.group(3));
        return expected.matches()
                ? UserMistake.in(
                        name, place.group(1), "one of " + words(expected.group(1)), "'" + expected.group(2) + "'")
                : UserMistake.in(name, place.group(1), "Gherkin", place.group(3));
    }

    private static String words(String tokens) {
        return String.join(
                ", ", Stream.of(tokens.replace("#", "").split(", ")).distinct().toList());
    }

    private record FeatureFile(Path file, URI uri) implements Resource {
        @Override
        public URI getUri() {
            return uri;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
