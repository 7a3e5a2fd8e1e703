package dev.underpin.fault;

/** What happens to an answer of the cloud on its way to the vehicle. */
public enum AnswerHarm {
    /** Only the first half comes, and its header tells of the whole. */
    TRUNCATED,
    /** It comes twice in one body. */
    DOUBLED,
    /** 16 MiB and no length in the header. */
    ENDLESS,
    /** The header tells of one byte less than there is. */
    LENGTH_WRONG,
    /** The two halves come in the wrong order. */
    REORDERED,
    /** The page of a captive portal, with status 200. */
    PORTAL,
    /** A redirect to the same path, again and again. */
    REDIRECT_LOOP,
    /** A redirect to another host. */
    REDIRECT_FOREIGN,
    /** Another ETag. */
    ETAG_CHANGED,
    /** The whole file instead of the range that was asked for. */
    RANGE_IGNORED,
    /** Range not satisfiable (416). */
    RANGE_REFUSED,
    /** The first bit of the file is inverted. */
    FIRST_BIT,
    /** A bit in the middle of what comes is inverted. */
    MIDDLE_BIT,
    /** The last bit of what comes is inverted. */
    LAST_BIT,
    /** As many bytes of something else. */
    OTHER_CONTENT,
    /** A delta against a base that the vehicle does not have (RFC 3229, 226 IM Used), instead of what was asked for. */
    DELTA,
    /** As many bytes, enciphered with a key that is not the vehicle's. */
    ENCIPHERED,
    /** Some kibibytes that swell to 64 MiB when they are decompressed (content-encoding gzip). */
    BOMB
}
