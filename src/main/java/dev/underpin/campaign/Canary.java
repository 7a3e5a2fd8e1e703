package dev.underpin.campaign;

import dev.underpin.campaign.flow.Bearer;
import dev.underpin.campaign.flow.Update;
import dev.underpin.cloud.Seams;
import dev.underpin.fault.FaultPlan;
import dev.underpin.judge.Judge;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.DisplayAround;
import dev.underpin.vehicle.screen.View;

/** A vehicle whose screen lies, which every campaign has to catch: one that does not judges nothing. */
public final class Canary {
    private static final int LIE = 101;

    private Canary() {}

    /** Whether the lie was caught. */
    public static boolean caught(VirtualRig rig) {
        Fitting lying = new Fitting() {
            @Override
            public Display display(Display display) {
                return new Lying(display);
            }
        };
        RunPlan plan = new RunPlan(0, "canary", new Update("small", Bearer.WIFI), FaultPlan.none());
        return new Run(plan)
                        .play(rig.with(lying, Seams.standard()), Judge.standard())
                        .verdict()
                == Verdict.FAIL;
    }

    /** Shows more than the whole of an installation. */
    private record Lying(Display display) implements DisplayAround {
        @Override
        public void show(View view) {
            boolean lie = view.id().equals("update.install") && view.progress().isPresent();
            display.show(lie ? view.withProgress(LIE) : view);
        }
    }
}
