package dev.underpin.report;

import java.nio.charset.StandardCharsets;

/**
 * Something to look at beside a scenario.
 *
 * @param name what it is
 * @param mediaType such as {@code image/svg+xml}
 * @param content not to be changed
 */
public record Attachment(String name, String mediaType, byte[] content) {
    public static Attachment text(String name, String text) {
        return new Attachment(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Attachment svg(String name, String document) {
        return new Attachment(name, "image/svg+xml", document.getBytes(StandardCharsets.UTF_8));
    }
}
