package dev.underpin.judge.remote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks the chain of the desk's log, from its entries alone: the hash of an entry is SHA-256 of its members joined with U+001F. */
final class AuditChain {
    private static final String GENESIS = "0".repeat(64);

    private AuditChain() {}

    /** One entry: what is hashed before the hash of the entry before it, that hash, and its own. */
    record Link(Instant at, String content, String previous, String hash) {}

    static List<Link> read(JsonNode entries) {
        List<Link> links = new ArrayList<>();
        for (JsonNode entry : entries) {
            String content = String.join(
                    "\u001f",
                    text(entry, "at"),
                    text(entry, "actor"),
                    text(entry, "action"),
                    text(entry, "subject"),
                    text(entry, "detail"));
            links.add(
                    new Link(Instant.parse(text(entry, "at")), content, text(entry, "previous"), text(entry, "hash")));
        }
        return links;
    }

    /** The first entry that does not follow from the one before it; -1 when the chain holds. */
    static int broken(List<Link> links) {
        String previous = GENESIS;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (!link.previous().equals(previous)
                    || !link.hash().equals(sha256(link.content() + "\u001f" + previous))) {
                return i;
            }
            previous = link.hash();
        }
        return -1;
    }

    /** The same log after somebody has changed the words of one entry. */
    static List<Link> changed(List<Link> links, int place) {
        List<Link> other = new ArrayList<>(links);
        Link link = other.get(place);
        other.set(place, new Link(link.at(), link.content() + " ", link.previous(), link.hash()));
        return other;
    }

    /** The same log after somebody has taken one entry out. */
    static List<Link> without(List<Link> links, int place) {
        List<Link> other = new ArrayList<>(links);
        other.remove(place);
        return other;
    }

    private static String text(JsonNode entry, String member) {
        return entry.path(member).asString("");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
