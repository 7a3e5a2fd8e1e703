package dev.underpin.bridge;

/** What an outsider sent is not what it has to be; the message says why and never quotes more than a few characters of it. */
final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    BadInput(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
