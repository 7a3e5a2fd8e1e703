package dev.underpin.bridge;

import dev.underpin.can.CanFrame;

/** What a socketcand client asks for. */
sealed interface SocketcandCommand {
    /** {@code < open BUS >}. */
    record Open(String bus) implements SocketcandCommand {}

    /** {@code < rawmode >}. */
    record RawMode() implements SocketcandCommand {}

    /** {@code < echo >}. */
    record Echo() implements SocketcandCommand {}

    /** {@code < send ...>}, {@code < sendrtr ...>}, {@code < fdsend ...>}. */
    record Send(CanFrame frame) implements SocketcandCommand {}
}
