package dev.underpin.cli;

import dev.underpin.tester.Identifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Whom a diagnostic request goes to, over what, and what is done before it. */
final class UdsOptions {
    /** Not TCU's own, which is 0E80. */
    private static final String SOURCE = "0E81";

    @Option(
            names = "--bus",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = {
                "Medium of the virtual rig: a bus as the rig file names it, or ethernet.",
                "Default: the bus of the control unit, ethernet for one that is on none."
            })
    @Nullable
    String bus;

    @Option(
            names = "--doip",
            paramLabel = "HOST[:PORT]",
            scope = ScopeType.INHERIT,
            description =
                    "A DoIP entity over TCP in real time, such as one that 'underpin serve' offers. Default port: 13400.")
    @Nullable
    String doip;

    @Option(
            names = "--ecu",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The control unit, by its name in the rig's table of control units.")
    @Nullable
    String ecu;

    @Option(
            names = "--tx",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "Identifier of requests on a bus, hexadecimal; more than 7FF means 29 bits.")
    @Nullable
    String tx;

    @Option(
            names = "--rx",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "Identifier of responses on a bus.")
    @Nullable
    String rx;

    @Option(names = "--fd", scope = ScopeType.INHERIT, description = "With --tx: CAN FD frames of 64 bytes.")
    boolean fd;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            scope = ScopeType.INHERIT,
            description = "Logical address by DoIP, hexadecimal such as 0x1011, in place of --ecu.")
    @Nullable
    String address;

    @Option(
            names = "--source",
            paramLabel = "ADDRESS",
            scope = ScopeType.INHERIT,
            defaultValue = SOURCE,
            description = "The tester's own logical address by DoIP. Default: ${DEFAULT-VALUE}.")
    String source = SOURCE;

    @Option(
            names = "--session",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = {
                "Goes to this session first (0x10) and keeps it by tester present:",
                "1 default, 2 programming, 3 extended."
            })
    @Nullable
    String session;

    @Option(
            names = "--unlock",
            scope = ScopeType.INHERIT,
            description = "Unlocks security level 1 first (0x27); without --session in session 3.")
    boolean unlock;

    @Option(
            names = "--secret",
            paramLabel = "HEX",
            scope = ScopeType.INHERIT,
            description = {
                "The secret of the control unit: a key is the first 16 bytes of HMAC-SHA-256 over the seed.",
                "Default: what the factory gave the simulated vehicle of the same rig and --seed."
            })
    @Nullable
    String secret;

    @Option(
            names = "--seed",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            defaultValue = "1",
            description = "Seed of all chance of the virtual vehicle. Default: ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON document in place of lines for people.")
    boolean json;

    @Nullable
    Integer sessionNumber() {
        return session == null ? null : Integer.valueOf(Identifier.octet("--session", session));
    }

    Optional<byte[]> givenSecret() {
        return Optional.ofNullable(secret).map(text -> Identifier.bytes("--secret", text));
    }

    int sourceAddress() {
        return Identifier.number("--source", source, "a logical address such as 0E81");
    }
}
