package dev.underpin.cloud.update;

import dev.underpin.cloud.http.ApiRequest;
import dev.underpin.cloud.http.Reply;
import dev.underpin.cloud.image.StoredImage;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a download with {@code Range}, {@code If-Range} and {@code ETag} (RFC 9110, 14): one range gives 206, one that begins
 * beyond the end gives 416, none, several, a malformed one, or one of a file that has changed gives the whole file.
 */
final class RangeReply {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final byte[] EMPTY = {};

    private final StoredImage image;
    private final Map<String, String> headers;

    private RangeReply(StoredImage image) {
        this.image = image;
        this.headers = Map.of(
                "content-type", "application/octet-stream",
                "accept-ranges", "bytes",
                "etag", etag(image));
    }

    static Reply of(ApiRequest request, StoredImage image) {
        RangeReply replies = new RangeReply(image);
        boolean unchanged = request.header("if-range").map(etag(image)::equals).orElse(true);
        Matcher range = SINGLE.matcher(request.header("range").orElse(""));
        return unchanged && range.matches() && range.group().length() > "bytes=-".length()
                ? replies.part(range.group(1), range.group(2))
                : replies.whole();
    }

    private Reply part(String first, String last) {
        long length = image.length();
        long from = first.isEmpty() ? Math.max(0, length - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        if (from >= length) {
            return new Reply(416, headers, EMPTY).header("content-range", "bytes */" + length);
        }
        if (to < from) {
            return whole();
        }
        return new Reply(206, headers, image.read(from, Math.toIntExact(to - from + 1)))
                .header("content-range", "bytes %d-%d/%d".formatted(from, to, length));
    }

    private Reply whole() {
        return new Reply(200, headers, image.bytes());
    }

    private static String etag(StoredImage image) {
        return '"' + image.sha256() + '"';
    }
}
