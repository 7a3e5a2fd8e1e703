package dev.underpin.cloud.http;

import java.io.IOException;
import java.util.Map;

/** One party's way to the cloud, already authenticated as that party; the same answers with and without sockets. */
public interface CloudLink {
    /**
     * Makes one exchange and returns the answer; takes no vehicle time.
     *
     * @param path path and query, from the root of the cloud
     * @param headers header names in lower case
     * @param body the body, empty when there is none
     * @throws IOException when no answer can be had (refused, reset, TLS); never without sockets
     */
    CloudResponse handle(String method, String path, Map<String, String> headers, byte[] body) throws IOException;
}
