package dev.underpin.doip;

/**
 * One end of a conversation on the segment.
 *
 * @param host a host's name, or {@link #EVERYONE}
 */
public record Endpoint(Transport transport, String host, int port) {
    /** Stands for every host: the limited broadcast address (ISO 13400-2:2019 clause 8.3). */
    public static final String EVERYONE = "*";

    /** Where an entity takes messages of that transport. */
    public static Endpoint entity(Transport transport, String host) {
        return new Endpoint(transport, host, transport.port());
    }

    /** Where announcements go: every host's UDP_DISCOVERY port. */
    public static Endpoint everyone() {
        return entity(Transport.UDP, EVERYONE);
    }
}
