package dev.underpin.campaign.list;

import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.campaign.list.CampaignFile.Sweep;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.CloudFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.FlashFault;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.Trigger;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The exhaustive part of a campaign: every moment of a sort, once. */
final class Sweeps {
    private static final int CUT_MILLIS = 500;

    private final List<RunPlan> plans = new ArrayList<>();

    /** Adds the runs of a sweep over a flow whose footprint is known. */
    void add(Sweep sweep, String world, Flow flow, Footprint footprint) {
        switch (sweep.every()) {
            case "flash-operation" -> flashOperations(sweep, world, flow, footprint);
            case "phase" -> phases(sweep, world, flow, footprint);
            case "frame" -> frames(sweep, world, flow, footprint);
            case "flow" -> add(world, flow, flow.name() + " undisturbed", List.of());
            case "exchange" -> {
                for (int n = 1; n <= footprint.exchanges(); n++) {
                    add(world, flow, "exchange " + n, new CloudFault.ExchangeLost(".*", n));
                }
            }
            default -> throw new IllegalArgumentException("no sweep goes over every " + sweep.every());
        }
    }

    List<RunPlan> plans() {
        return List.copyOf(plans);
    }

    private void flashOperations(Sweep sweep, String world, Flow flow, Footprint footprint) {
        int millis = sweep.millis() == null ? CUT_MILLIS : sweep.millis();
        footprint.flashOperations().forEach((ecu, operations) -> {
            for (int n = 1; n <= operations && chosen(sweep, ecu); n++) {
                add(world, flow, "flash operation %d of %s".formatted(n, ecu), new FlashFault.FlashCut(ecu, n, millis));
            }
        });
    }

    private void frames(Sweep sweep, String world, Flow flow, Footprint footprint) {
        footprint.frames().forEach((route, frames) -> {
            for (int n = 1; n <= frames && chosen(sweep, route.ecu()); n++) {
                add(
                        world,
                        flow,
                        "frame %d of the %s of %s"
                                .formatted(n, route.way().name().toLowerCase(java.util.Locale.ROOT), route.ecu()),
                        new BusFault.FrameLost(route.ecu(), route.way(), n));
            }
        });
    }

    private void phases(Sweep sweep, String world, Flow flow, Footprint footprint) {
        List<Map<String, Object>> faults = sweep.faults() == null ? List.of() : sweep.faults();
        List<Integer> delays = sweep.after() == null ? List.of(0) : sweep.after();
        for (Footprint.Place place : footprint.phases()) {
            for (Map<String, Object> line : faults) {
                FaultTemplate template = new FaultTemplate(line);
                for (int delay : delays) {
                    phase(world, flow, place, template, delay);
                }
            }
        }
    }

    private void phase(String world, Flow flow, Footprint.Place place, FaultTemplate template, int delay) {
        Entropy none = new Entropy(0);
        Fault fault = template.fault(none);
        String name = "%s %d ms after %s of %s"
                .formatted(
                        (fault.kind() + " " + fault.target()).strip(),
                        delay,
                        place.phase().id(),
                        place.ecu().isEmpty() ? "all" : place.ecu());
        Trigger when = new Trigger.AtPhase(place.phase(), place.ecu(), 1, delay * Nanos.MILLISECOND);
        add(world, flow, name, PlannedFault.of(fault, when, template.lasting(none)));
    }

    private static boolean chosen(Sweep sweep, String ecu) {
        return sweep.ecus() == null || sweep.ecus().contains(ecu);
    }

    private void add(String world, Flow flow, String name, Fault fault) {
        add(world, flow, name, PlannedFault.of(fault, new Trigger.Begin(), PlannedFault.UNTIL_THE_END));
    }

    private void add(String world, Flow flow, String name, PlannedFault fault) {
        add(world, flow, name, List.of(fault));
    }

    private void add(String world, Flow flow, String name, List<PlannedFault> faults) {
        plans.add(new RunPlan(plans.size(), world, flow, new FaultPlan(name, faults)));
    }
}
