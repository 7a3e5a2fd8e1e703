package dev.underpin.campaign.list;

import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.flow.Flow;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.CloudFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.FlashFault;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.Trigger;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs that a campaign's file and a seed make: first its sweeps, then as many drawn runs as are asked for. The same file and seed
 * give the same list on every machine. Immutable; any thread.
 */
public final class RunList {
    private static final long LONGEST_DELAY = 3 * Nanos.SECOND;
    private static final long HEADWAY = 500 * Nanos.MILLISECOND;

    private final List<RunPlan> swept;
    private final List<FaultTemplate> templates;
    private final List<Flow> flows;
    private final List<Footprint> footprints;
    private final int most;
    private final int drawn;
    private final Entropy entropy;

    private RunList(
            List<RunPlan> swept,
            List<FaultTemplate> templates,
            List<Flow> flows,
            List<Footprint> footprints,
            int most,
            int drawn,
            Entropy entropy) {
        this.swept = swept;
        this.templates = templates;
        this.flows = flows;
        this.footprints = footprints;
        this.most = most;
        this.drawn = drawn;
        this.entropy = entropy;
    }

    /**
     * The list; plays each flow once without faults, to see what there is to disturb.
     *
     * @param drawn how many runs by chance; negative for as many as the file says
     */
    public static RunList of(CampaignFile file, VirtualRig rig, long seed, int drawn) {
        List<Flow> flows = file.flows().stream().map(FlowLine::toFlow).toList();
        List<Footprint> footprints = new ArrayList<>();
        Sweeps sweeps = new Sweeps();
        for (int i = 0; i < flows.size(); i++) {
            footprints.add(Footprint.of(flows.get(i), world(i), rig));
            for (CampaignFile.Sweep sweep : file.sweeps() == null ? List.<CampaignFile.Sweep>of() : file.sweeps()) {
                sweeps.add(sweep, world(i), flows.get(i), footprints.get(i));
            }
        }
        CampaignFile.Drawn chance = file.drawn() == null ? new CampaignFile.Drawn(0, 0, List.of()) : file.drawn();
        boolean none = chance.faults().isEmpty();
        return new RunList(
                sweeps.plans(),
                chance.faults().stream().map(FaultTemplate::new).toList(),
                flows,
                footprints,
                chance.most(),
                none ? 0 : drawn < 0 ? chance.runs() : drawn,
                new Entropy(seed).fork("campaign"));
    }

    private static String world(int flow) {
        return "world " + flow;
    }

    /** How many runs there are. */
    public int size() {
        return swept.size() + drawn;
    }

    /** The run at a place of the list, from 0. */
    public RunPlan get(int index) {
        return index < swept.size() ? swept.get(index) : draw(index);
    }

    /**
     * Swarm: each run may use half of the kinds only, so that what one fault hides another shows. A fault for which the flow has no occasion
     * is left out.
     */
    private RunPlan draw(int index) {
        Entropy chance = entropy.fork("run " + index);
        int flow = (int) chance.below(flows.size());
        List<FaultTemplate> swarm = new ArrayList<>();
        for (FaultTemplate template : templates) {
            if (chance.unit() < 0.5) {
                swarm.add(template);
            }
        }
        if (swarm.isEmpty()) {
            swarm.add(templates.get((int) chance.below(templates.size())));
        }
        List<PlannedFault> faults = new ArrayList<>();
        long count = 1 + chance.below(most);
        for (int i = 0; i < count; i++) {
            FaultTemplate template = swarm.get((int) chance.below(swarm.size()));
            Optional<Fault> fault = footprints.get(flow).fitted(template.fault(chance));
            long lasting = template.lasting(chance);
            fault.map(it -> PlannedFault.of(it, moment(it, footprints.get(flow), chance), lasting))
                    .ifPresent(faults::add);
        }
        return new RunPlan(index, "drawn " + index, flows.get(flow), new FaultPlan("drawn " + index, faults));
    }

    /** What waits for an occurrence of its own needs no other moment. */
    private static boolean counted(Fault fault) {
        return fault instanceof FlashFault.FlashCut
                || fault instanceof BusFault.FrameLost
                || fault instanceof CloudFault.ExchangeLost;
    }

    /** When the fault begins: shortly before the flow has an occasion for it; at any time or phase where it needs none. */
    static Trigger moment(Fault fault, Footprint footprint, Entropy chance) {
        if (counted(fault)) {
            return new Trigger.Begin();
        }
        List<Long> occasions = footprint.occasions(fault);
        if (!occasions.isEmpty()) {
            long occasion = occasions.get((int) chance.below(occasions.size()));
            long before = chance.below(HEADWAY / Nanos.MILLISECOND) * Nanos.MILLISECOND;
            return new Trigger.At(Math.max(0, occasion / Nanos.MILLISECOND * Nanos.MILLISECOND - before));
        }
        if (chance.unit() < 0.5) {
            return new Trigger.At(Math.round(chance.unit() * footprint.vehicleSeconds() * 1000) * Nanos.MILLISECOND);
        }
        Footprint.Place place =
                footprint.phases().get((int) chance.below(footprint.phases().size()));
        long delay = chance.unit() < 0.5 ? 0 : chance.below(LONGEST_DELAY / Nanos.MILLISECOND) * Nanos.MILLISECOND;
        return new Trigger.AtPhase(place.phase(), place.ecu(), 1, delay);
    }
}
