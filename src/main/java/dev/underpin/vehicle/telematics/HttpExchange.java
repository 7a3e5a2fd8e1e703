package dev.underpin.vehicle.telematics;

import java.util.Map;

/**
 * The way of an HTTP exchange between the vehicle and its cloud, below the radio link: without sockets on the virtual rig, over
 * HTTPS with mutual TLS elsewhere. The seam at which a faulty cloud or network is put in.
 */
public interface HttpExchange {
    /**
     * Makes one exchange and returns the answer; takes no vehicle time, the radio link adds that.
     *
     * @throws ExchangeFailed when no answer can be had (refused, reset, TLS, name)
     */
    Response exchange(Request request) throws ExchangeFailed;

    /**
     * A request.
     *
     * @param path path and query, from the root of the cloud
     * @param headers header names in lower case
     * @param cap the most bytes of the answer's body that are read: what comes beyond them is dropped, but for one byte that tells of it
     */
    record Request(String method, String path, Map<String, String> headers, byte[] body, int cap) {
        /** Longest body of an answer for which nothing else is said, bytes. */
        public static final int USUAL_CAP = 8 << 20;

        public Request(String method, String path, Map<String, String> headers, byte[] body) {
            this(method, path, headers, body, USUAL_CAP);
        }
    }

    /**
     * An answer.
     *
     * @param headers header names in lower case
     */
    record Response(int status, Map<String, String> headers, byte[] body) {}

    /** No answer can be had; the message says why in the words that the log needs. */
    final class ExchangeFailed extends Exception {
        private static final long serialVersionUID = 1L;

        public ExchangeFailed(String why) {
            super(why);
        }
    }
}
