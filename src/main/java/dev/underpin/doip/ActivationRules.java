package dev.underpin.doip;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What an entity asks of a routing activation (ISO 13400-2:2019 clause 7.5 and table 49).
 *
 * @param testers known tester addresses; others are denied with 00
 * @param types supported activation types; others are denied with 06
 * @param secured activation types that are denied with 07 without TLS
 * @param authentic whether the tester has shown who it is; else it is denied with 04 and may try again
 * @param confirmed activations that somebody in the vehicle has to confirm (11), or rejects (05)
 * @param confirmation who confirms
 */
public record ActivationRules(
        IntPredicate testers,
        Set<Integer> types,
        Set<Integer> secured,
        Predicate<ActivationRequest> authentic,
        Predicate<ActivationRequest> confirmed,
        Confirmation confirmation) {
    private static final int FIRST_TESTER = 0x0E00;
    private static final int LAST_TESTER = 0x0FFF;
    private static final Set<Integer> USUAL = Set.of(0x00, 0x01);

    /** Testers 0E00 to 0FFF, types 00 and 01, over TCP or TLS, nothing to be shown or confirmed. */
    public static final ActivationRules STANDARD = new ActivationRules(
            tester -> tester >= FIRST_TESTER && tester <= LAST_TESTER,
            USUAL,
            Set.of(),
            request -> true,
            request -> false,
            (request, answer) -> answer.accept(true));

    /** As {@link #STANDARD}, but every activation needs TLS and a certificate of the tester. */
    public static final ActivationRules MUTUAL_TLS = new ActivationRules(
            STANDARD.testers,
            USUAL,
            USUAL,
            request -> !request.certified().isEmpty(),
            STANDARD.confirmed,
            STANDARD.confirmation);

    /** Asks somebody in the vehicle. */
    @FunctionalInterface
    public interface Confirmation {
        /** {@code answer} takes the answer, once, now or later, on the scheduler's thread. */
        void ask(ActivationRequest request, Consumer<Boolean> answer);
    }

    /** The same for these testers. */
    public ActivationRules testers(IntPredicate known) {
        return new ActivationRules(known, types, secured, authentic, confirmed, confirmation);
    }

    /** The same with another way to tell who a tester is. */
    public ActivationRules authentic(Predicate<ActivationRequest> shown) {
        return new ActivationRules(testers, types, secured, shown, confirmed, confirmation);
    }

    /** The same, but every activation is confirmed by {@code asked}. */
    public ActivationRules confirmedBy(Confirmation asked) {
        return new ActivationRules(testers, types, secured, authentic, request -> true, asked);
    }
}
