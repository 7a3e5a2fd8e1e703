package dev.underpin.rig;

import dev.underpin.fault.BusFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.TransportFault;
import dev.underpin.fault.UdsFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** At whose frames a rig's faults come in: those of simulated control units, and of real ones behind a man in the middle. Immutable. */
final class FrameReach {
    private static final String GATEWAY = "GW";

    private final Set<String> untouched;
    private final List<List<String>> men = new ArrayList<>();

    FrameReach(RigFile rig) {
        Set<String> alone = new TreeSet<>(rig.realEcus());
        rig.buses().values().stream()
                .map(RigFile.Bus::middle)
                .filter(Objects::nonNull)
                .map(MiddlePlace::units)
                .forEach(units -> {
                    men.add(units);
                    alone.removeAll(units);
                });
        untouched = Collections.unmodifiableSet(alone);
    }

    Set<String> untouched() {
        return untouched;
    }

    /** Whether no fault of frames is out of reach. */
    boolean everything() {
        return untouched.isEmpty() && men.stream().allMatch(units -> units.size() == 1);
    }

    Optional<String> lacks(Fault fault, UnaryOperator<String> busOf) {
        String unit = unit(fault);
        if (unit != null && untouched.contains(unit)) {
            return Optional.of(Reach.needsMan(unit, busOf.apply(unit)));
        }
        return fault instanceof BusFault.WireOpen open
                ? beside(open.ecu()).map(other -> Reach.needsAlone(open.ecu(), other))
                : Optional.empty();
    }

    /** Who shares a man in the middle with a unit. */
    private Optional<String> beside(String unit) {
        return men.stream()
                .filter(units -> units.contains(unit))
                .flatMap(Collection::stream)
                .filter(other -> !other.equals(unit))
                .findFirst();
    }

    /** At whose frames the fault comes in. */
    private @Nullable String unit(Fault fault) {
        return switch (fault) {
            case BusFault.DuplicatedFrame it -> it.ecu();
            case BusFault.WireOpen it -> it.ecu();
            case BusFault.FrameLost it -> onTheWay(it.way() == Fault.Way.REQUESTS, it.ecu());
            case BusFault.FrameLate it -> onTheWay(it.way() == Fault.Way.REQUESTS, it.ecu());
            case TransportFault.Transport it ->
                onTheWay((it.way() == Fault.Way.REQUESTS) != it.harm().flowControl(), it.ecu());
            case UdsFault.FalseAnswer it -> it.ecu();
            case UdsFault.EndlessPending it -> it.ecu();
            case UdsFault.ForeignIdentifier it -> it.ecu();
            case UdsFault.LateAnswers it -> it.ecu();
            case UdsFault.CodeFlood it -> it.ecu();
            case UdsFault.AnswerLost it -> it.ecu();
            case UdsFault.RouteBlocked it -> onTheWay(true, it.ecu());
            default -> null;
        };
    }

    /** What the gateway sends is touched where it goes in or, failing that, where it comes out. */
    private String onTheWay(boolean gatewaySends, String ecu) {
        return gatewaySends && !untouched.contains(GATEWAY) ? GATEWAY : ecu;
    }
}
