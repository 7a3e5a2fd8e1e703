package dev.underpin.cloud.trust;

/** What was signed cannot be believed: it is malformed, signed by another key, or changed after signing. */
public final class BadSignature extends Exception {
    private static final long serialVersionUID = 1L;

    public BadSignature(String why) {
        super(why);
    }

    /** Why, in words. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
