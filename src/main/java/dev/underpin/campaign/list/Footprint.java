package dev.underpin.campaign.list;

import dev.underpin.campaign.Run;
import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.cloud.Seams;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.CloudFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.FlashFault;
import dev.underpin.fault.PeopleFault;
import dev.underpin.fault.Phase;
import dev.underpin.fault.ScreenFault;
import dev.underpin.fault.UplinkFault;
import dev.underpin.history.Entry;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Judge;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.table.CanAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a flow does when nothing goes wrong: the moments at which something can. Found by playing it once.
 *
 * @param flashOperations control unit to how many operations its flash does
 * @param frames control unit and way to how many diagnostic frames go that way
 * @param exchanges how many HTTP exchanges the vehicle has
 * @param phases each phase that begins, of each control unit
 * @param presses when people touched a button, vehicle time in nanoseconds
 * @param answers when the vehicle had an answer over its radio link, vehicle time in nanoseconds
 * @param vehicleSeconds how long it takes
 */
public record Footprint(
        Map<String, Integer> flashOperations,
        Map<Route, Integer> frames,
        int exchanges,
        List<Place> phases,
        List<Long> presses,
        List<Long> answers,
        double vehicleSeconds) {
    /** A control unit and the way to it or from it. */
    public record Route(String ecu, Fault.Way way) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            return (ecu + way).compareTo(other.ecu + other.way);
        }
    }

    /**
     * A phase that began.
     *
     * @param ecu the control unit that it was of; empty when it was of none
     */
    public record Place(Phase phase, String ecu) {}

    /** The footprint of a flow in that world. */
    public static Footprint of(Flow flow, String world, VirtualRig rig) {
        Map<String, Integer> operations = new TreeMap<>();
        Fitting counting = new Fitting() {
            @Override
            public Banks banks(String ecu, Banks banks) {
                return banks.decorated(
                        (slot, flash) -> new CountedFlash(flash, () -> operations.merge(ecu, 1, Integer::sum)));
            }
        };
        return new Run(new RunPlan(0, world, flow, FaultPlan.none()))
                .play(rig.with(counting, Seams.standard()), Judge.standard(), (history, result) -> {
                    List<Long> answers = moments(history, Kind.HTTP, it -> it.is("leg", "vehicle"));
                    return new Footprint(
                            operations,
                            frames(history, rig),
                            answers.size(),
                            phases(history),
                            moments(history, Kind.PRESS, any -> true),
                            answers,
                            result.vehicleSeconds());
                });
    }

    /** When something happens that the fault can spoil, vehicle time in nanoseconds; empty when that is at any time. */
    List<Long> occasions(Fault fault) {
        return switch (fault) {
            case PeopleFault people -> presses;
            case ScreenFault screen -> presses;
            case UplinkFault uplink -> answers;
            default -> List.of();
        };
    }

    private static List<Long> moments(History history, Kind kind, Predicate<Entry> which) {
        return history.of(kind).stream().filter(which).map(Entry::at).toList();
    }

    /** The fault where this flow has an occasion for it: an occurrence beyond its last one is counted on from the first. */
    Optional<Fault> fitted(Fault fault) {
        return switch (fault) {
            case FlashFault.FlashCut it ->
                within(it.operation(), flashOperations.getOrDefault(it.ecu(), 0))
                        .map(n -> new FlashFault.FlashCut(it.ecu(), n, it.millis()));
            case FlashFault.FlashSlow it ->
                Optional.<Fault>of(it).filter(slow -> flashOperations.containsKey(it.ecu()));
            case BusFault.FrameLost it ->
                within(it.occurrence(), frames.getOrDefault(new Route(it.ecu(), it.way()), 0))
                        .map(n -> new BusFault.FrameLost(it.ecu(), it.way(), n));
            case CloudFault.ExchangeLost it ->
                within(it.occurrence(), exchanges).map(n -> new CloudFault.ExchangeLost(it.path(), n));
            default -> Optional.of(fault);
        };
    }

    private static Optional<Integer> within(int occurrence, int count) {
        return count == 0 ? Optional.empty() : Optional.of(1 + (occurrence - 1) % count);
    }

    private static Map<Route, Integer> frames(History history, VirtualRig rig) {
        Map<Route, Integer> frames = new TreeMap<>();
        rig.table()
                .ecus()
                .forEach((ecu, spec) -> spec.can().ifPresent(address -> count(history, ecu, address, frames)));
        return frames;
    }

    private static void count(History history, String ecu, CanAddress address, Map<Route, Integer> frames) {
        FrameLog log = history.frames(address.bus());
        for (int i = 0; i < log.size(); i++) {
            if (log.id(i) == address.request()) {
                frames.merge(new Route(ecu, Fault.Way.REQUESTS), 1, Integer::sum);
            } else if (log.id(i) == address.response()) {
                frames.merge(new Route(ecu, Fault.Way.RESPONSES), 1, Integer::sum);
            }
        }
    }

    private static List<Place> phases(History history) {
        List<Place> places = new ArrayList<>();
        for (Entry entry : history.entries()) {
            Optional<Phase> phase = Phase.begunBy(entry);
            if (phase.isPresent()) {
                Place place = new Place(phase.get(), entry.text("ecu"));
                if (!places.contains(place)) {
                    places.add(place);
                }
            }
        }
        return places;
    }
}
