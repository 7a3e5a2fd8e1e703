package dev.underpin.defect;

import dev.underpin.uds.ServerLink;
import dev.underpin.vehicle.Fitting;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The way between the diagnostic server of a control unit and its testers, on which requests or responses are others than they were. */
final class Server implements ServerLink {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ALL = "";

    private final ServerLink real;
    private final BiFunction<Boolean, String, Optional<String>> heard;
    private final BiFunction<String, String, List<String>> said;
    private String request = "";

    private Server(
            ServerLink real,
            BiFunction<Boolean, String, Optional<String>> heard,
            BiFunction<String, String, List<String>> said) {
        this.real = real;
        this.heard = heard;
        this.said = said;
    }

    /** A vehicle in which a control unit hears another request, or none; in upper-case hexadecimal. */
    static Fitting hearing(String ecu, java.util.function.Function<String, Optional<String>> heard) {
        return of(ecu, link -> new Server(link, (all, pdu) -> heard.apply(pdu), (asked, pdu) -> List.of(pdu)));
    }

    /** A vehicle in which a control unit says something else, more, or nothing; request and response in upper-case hexadecimal. */
    static Fitting saying(String ecu, BiFunction<String, String, List<String>> said) {
        return of(ecu, link -> new Server(link, (all, pdu) -> Optional.of(pdu), said));
    }

    /** A vehicle in which all control units do so. */
    static Fitting allSaying(BiFunction<String, String, List<String>> said) {
        return saying(ALL, said);
    }

    /** A vehicle in which a control unit answers what all were asked with {@code answer} where it should be silent. */
    static Fitting shouting(String ecu, String begin, String answer) {
        return of(
                ecu,
                link -> new Server(
                        link,
                        (all, pdu) -> {
                            if (all && pdu.startsWith(begin)) {
                                link.send(HEX.parseHex(answer), () -> {});
                                return Optional.empty();
                            }
                            return Optional.of(pdu);
                        },
                        (asked, pdu) -> List.of(pdu)));
    }

    private static Fitting of(String ecu, UnaryOperator<ServerLink> decorator) {
        return new Fitting() {
            @Override
            public ServerLink server(String unit, ServerLink link) {
                return unit.equals(ecu) || ecu.equals(ALL) ? decorator.apply(link) : link;
            }
        };
    }

    @Override
    public void send(byte[] response, Runnable done) {
        List<String> instead = said.apply(request, HEX.formatHex(response));
        if (instead.isEmpty()) {
            done.run();
        }
        for (int i = 0; i < instead.size(); i++) {
            real.send(HEX.parseHex(instead.get(i)), i == instead.size() - 1 ? done : () -> {});
        }
    }

    @Override
    public void sendUnasked(byte[] message, Runnable done) {
        real.sendUnasked(message, done);
    }

    @Override
    public void sendPeriodic(byte[] message, Runnable done) {
        real.sendPeriodic(message, done);
    }

    @Override
    public void listen(Listener listener) {
        real.listen((message, functional) -> heard.apply(functional, HEX.formatHex(message))
                .ifPresent(pdu -> {
                    request = pdu;
                    listener.request(HEX.parseHex(pdu), functional);
                }));
    }
}
