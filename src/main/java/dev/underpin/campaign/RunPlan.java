package dev.underpin.campaign;

import dev.underpin.campaign.flow.Flow;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.Nemesis;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Entropy;

/**
 * One run, as data: with the seed of the rig it gives the same history every time.
 *
 * @param index its place in the campaign's list, from 0
 * @param world the name of its world, which with the rig's seed decides every chance in it
 * @param flow what people do
 * @param faults what goes wrong; its name says what the run is about
 */
public record RunPlan(int index, String world, Flow flow, FaultPlan faults) {
    /** Who carries the faults out. */
    Nemesis nemesis(Bench bench) {
        return new Nemesis(
                faults, bench.calendar().scheduler(), bench.history(), bench.faults(), new Entropy(index).fork(world));
    }

    /** The same run with other faults. */
    public RunPlan with(FaultPlan other) {
        return new RunPlan(index, world, flow, other);
    }

    /** The same run with another flow. */
    public RunPlan with(Flow other) {
        return new RunPlan(index, world, other, faults);
    }
}
