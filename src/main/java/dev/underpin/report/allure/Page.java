package dev.underpin.report.allure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The report's page: what would tell a foreign host that it was opened goes, the tab of the contracts comes in its place. */
final class Page {
    private static final Pattern ANALYTICS = Pattern.compile(
            "<script async src=\"https://www\\.googletagmanager\\.com[^>]*></script>\\s*<script>.*?</script>",
            Pattern.DOTALL);

    private Page() {}

    /**
     * The page to keep.
     *
     * @throws IllegalStateException when the generator's page is not as known, so that nothing foreign slips through unseen
     */
    static String of(String generated) {
        Matcher analytics = ANALYTICS.matcher(generated);
        if (!analytics.find()) {
            throw new IllegalStateException("the Allure generator wrote a page without the scripts that are to go");
        }
        String tab = Matcher.quoteReplacement("<script>\n" + resource("contracts-tab.js") + "</script>");
        return analytics.replaceFirst(tab);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
