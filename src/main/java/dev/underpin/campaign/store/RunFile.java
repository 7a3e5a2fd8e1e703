package dev.underpin.campaign.store;

import dev.underpin.campaign.RunPlan;
import dev.underpin.campaign.list.FlowLine;
import dev.underpin.fault.FaultPlan;
import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One run on disk, for replay: {@code run.yaml} says which world and flow, {@code plan.yaml} beside it which faults.
 *
 * @param run what it is called
 * @param index its place in the campaign's list
 * @param rig the rig file, from the project's folder or absolute
 * @param seed of the rig
 * @param defect the known defect that is switched on; empty when there is none
 * @param world the name of its world
 * @param digest SHA-256 of its history as it was then
 */
public record RunFile(
        String run, int index, String rig, long seed, String defect, String world, FlowLine flow, String digest) {
    private static final String RUN = "run.yaml";
    private static final String PLAN = "plan.yaml";

    /** Writes a run; the folder is made. Returns the plan's file. */
    public static Path write(Path folder, RunPlan plan, Ground ground, String digest) throws IOException {
        Files.createDirectories(folder);
        RunFile file = new RunFile(
                plan.faults().name(),
                plan.index(),
                ground.rig(),
                ground.seed(),
                ground.defect(),
                plan.world(),
                FlowLine.of(plan.flow()),
                digest);
        Files.writeString(folder.resolve(RUN), YamlFile.text(file));
        return Files.writeString(folder.resolve(PLAN), plan.faults().yaml());
    }

    /**
     * Reads the run of a folder, or of the plan's file in it.
     *
     * @throws UserMistake when one of the files is not there or does not hold
     */
    public static RunFile read(Path path) {
        return YamlFile.read(folder(path).resolve(RUN), RunFile.class, "run.schema.json", RunFile.class);
    }

    /** The plan of the run: its faults as they stand in the file. */
    public RunPlan plan(Path path) {
        Path file = Files.isDirectory(path) || path.endsWith(RUN) ? folder(path).resolve(PLAN) : path;
        return new RunPlan(index, world, flow.toFlow(), FaultPlan.read(file));
    }

    private static Path folder(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }
}
