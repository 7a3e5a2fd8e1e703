package dev.underpin.defect;

import dev.underpin.uds.TesterLink;
import dev.underpin.vehicle.Fitting;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The telematics unit's way to a control unit, on which some answers are made up or changed. */
final class Tester implements TesterLink {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final TesterLink real;
    private final Function<String, Optional<String>> madeUp;
    private final BiFunction<String, String, List<String>> changed;
    private Consumer<byte[]> receiver = message -> {};
    private String asked = "";

    private Tester(
            TesterLink real,
            Function<String, Optional<String>> madeUp,
            BiFunction<String, String, List<String>> changed) {
        this.real = real;
        this.madeUp = madeUp;
        this.changed = changed;
    }

    /**
     * A vehicle whose telematics unit makes up answers of a control unit.
     *
     * @param answers made anew for each vehicle: request to answer, both in upper-case hexadecimal; empty sends the request
     */
    static Fitting makingUp(String ecu, Supplier<Function<String, Optional<String>>> answers) {
        return of(unit -> unit.equals(ecu), link -> new Tester(link, answers.get(), (request, pdu) -> List.of(pdu)));
    }

    /** A vehicle whose telematics unit does not send the requests that begin so, and takes {@code answer} for granted. */
    static Fitting granting(String ecu, String begin, String answer) {
        return makingUp(ecu, () -> request -> request.startsWith(begin) ? Optional.of(answer) : Optional.empty());
    }

    /** The same with all control units. */
    static Fitting grantingAll(String begin, String answer) {
        return of(
                unit -> true,
                link -> new Tester(
                        link,
                        request -> request.startsWith(begin) ? Optional.of(answer) : Optional.empty(),
                        (request, pdu) -> List.of(pdu)));
    }

    /** A vehicle whose telematics unit never sends anything to a control unit, and believes that it did. */
    static Fitting dropping(String ecu) {
        return makingUp(ecu, () -> request -> Optional.of(""));
    }

    /** A vehicle whose telematics unit changes answers of a control unit, in upper-case hexadecimal. */
    static Fitting changing(String ecu, UnaryOperator<String> change) {
        return hearing(ecu, () -> (request, pdu) -> List.of(change.apply(pdu)));
    }

    /**
     * A vehicle whose telematics unit hears other answers of a control unit, more, or none.
     *
     * @param changes made anew for each vehicle: request and answer to what is heard, in upper-case hexadecimal
     */
    static Fitting hearing(String ecu, Supplier<BiFunction<String, String, List<String>>> changes) {
        return of(unit -> unit.equals(ecu), link -> new Tester(link, request -> Optional.empty(), changes.get()));
    }

    private static Fitting of(Function<String, Boolean> which, UnaryOperator<TesterLink> decorator) {
        return new Fitting() {
            @Override
            public TesterLink tester(String unit, TesterLink link) {
                return which.apply(unit) ? decorator.apply(link) : link;
            }
        };
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        asked = HEX.formatHex(request);
        Optional<String> answer = madeUp.apply(asked);
        if (answer.isPresent()) {
            sent.run();
            answer.filter(it -> !it.isEmpty()).ifPresent(it -> receiver.accept(HEX.parseHex(it)));
        } else {
            real.send(request, sent, failed);
        }
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        receiver = message;
        real.listen(
                started,
                pdu -> changed.apply(asked, HEX.formatHex(pdu)).forEach(heard -> message.accept(HEX.parseHex(heard))));
    }
}
