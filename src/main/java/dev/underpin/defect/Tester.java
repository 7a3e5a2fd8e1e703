package dev.underpin.defect;

import dev.underpin.uds.TesterLink;
import dev.underpin.vehicle.Fitting;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The telematics unit's way to a control unit, on which some answers are made up or changed. */
final class Tester implements TesterLink {
    private final TesterLink real;
    private final Function<String, Optional<String>> madeUp;
    private final UnaryOperator<String> changed;
    private Consumer<byte[]> receiver = message -> {};

    private Tester(TesterLink real, Function<String, Optional<String>> madeUp, UnaryOperator<String> changed) {
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
        return of(ecu, link -> new Tester(link, answers.get(), UnaryOperator.identity()));
    }

    /** A vehicle whose telematics unit changes answers of a control unit, in upper-case hexadecimal. */
    static Fitting changing(String ecu, UnaryOperator<String> change) {
        return of(ecu, link -> new Tester(link, request -> Optional.empty(), change));
    }

    private static Fitting of(String ecu, UnaryOperator<TesterLink> decorator) {
        return new Fitting() {
            @Override
            public TesterLink tester(String unit, TesterLink link) {
                return unit.equals(ecu) ? decorator.apply(link) : link;
            }
        };
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        Optional<String> answer = madeUp.apply(HexFormat.of().withUpperCase().formatHex(request));
        if (answer.isPresent()) {
            sent.run();
            receiver.accept(HexFormat.of().parseHex(answer.get()));
        } else {
            real.send(request, sent, failed);
        }
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        receiver = message;
        real.listen(
                started,
                pdu -> message.accept(HexFormat.of()
                        .parseHex(changed.apply(HexFormat.of().withUpperCase().formatHex(pdu)))));
    }
}
