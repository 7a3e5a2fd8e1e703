package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.function.Predicate;

/** Sees a fault's effect in the history, whoever injected it: a pure function that shares nothing with the injector. */
@FunctionalInterface
public interface Witness {
    /** What shows the effect of the fault whose injection {@code injected} tells of. */
    Optional<Sighting> seenIn(History history, Entry injected);

    /** The witness of a fault. */
    static Witness of(Fault fault) {
        return switch (fault) {
            case BitFault it -> BusWitnesses.of(it);
            case BusFault it -> BusWitnesses.of(it);
            case TransportFault.Transport it -> FrameWitnesses::transport;
            case UdsFault it -> TransportWitnesses.of(it);
            case SupplyFault it -> PowerWitnesses.of(it);
            case FlashFault it -> PowerWitnesses.of(it);
            case EcuFault it -> UnitWitnesses.of(it);
            case UplinkFault it -> CloudWitnesses.of(it);
            case CloudFault it -> CloudWitnesses.of(it);
            case ScreenFault it -> PeopleWitnesses.of(it);
            case PlantFault it -> PlantWitnesses.of(it);
            case PeopleFault it -> PeopleWitnesses.of(it);
        };
    }

    /** Sees what this one sees, else what the other one sees. */
    default Witness or(Witness other) {
        return (history, injected) -> seenIn(history, injected).or(() -> other.seenIn(history, injected));
    }

    /** Sees what the other one sees, if this one sees something too. */
    default Witness and(Witness other) {
        return (history, injected) -> seenIn(history, injected).flatMap(seen -> other.seenIn(history, injected));
    }

    /** Sees the first record of that kind after the injection. */
    static Witness record(Kind kind, Predicate<Entry> shows) {
        return (history, injected) -> history.of(kind).stream()
                .filter(entry -> entry.index() > injected.index() && shows.test(entry))
                .findFirst()
                .map(Sighting::of);
    }
}
