package dev.underpin.rig;

import dev.underpin.fault.Fault;
import dev.underpin.fault.Seam;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Which faults a rig can inject and why not the others, as it follows from its file. Immutable; any thread. */
public final class Reach {
    private final Map<Seam, String> lacking = new EnumMap<>(Seam.class);
    private final FrameReach frames;
    private final UnitReach units;

    private Reach(FrameReach frames, UnitReach units) {
        this.frames = frames;
        this.units = units;
    }

    /** The reach of that rig. */
    public static Reach of(RigFile rig) {
        Reach reach = new Reach(new FrameReach(rig), new UnitReach(rig));
        if (rig.onRealMedia()) {
            reach.lacking.put(Seam.BIT, "the bits of a real medium cannot be disturbed");
        }
        if (!rig.realEcus().isEmpty()) {
            reach.lacking.put(
                    Seam.PLANT,
                    "the plant is not that of a real control unit (%s)"
                            .formatted(String.join(", ", new TreeSet<>(rig.realEcus()))));
        }
        return reach;
    }

    /** Why no fault of that seam can be injected; empty when it can. */
    public Optional<String> lacks(Seam seam) {
        return Optional.ofNullable(lacking.get(seam));
    }

    /** The real control units with no man in the middle between them and their bus: at their frames nothing can be done. */
    public Set<String> untouched() {
        return frames.untouched();
    }

    /** Whether no fault that a seam allows is out of reach for its target. */
    public boolean everyTarget() {
        return frames.everything() && units.everything();
    }

    /**
     * Why that fault cannot come in at its target; empty when it can.
     *
     * @param busOf the bus of a control unit
     */
    public Optional<String> lacks(Fault fault, UnaryOperator<String> busOf) {
        return units.lacks(fault).or(() -> frames.lacks(fault, busOf));
    }

    /** What a rig needs for faults at the frames of a unit that is {@link #untouched}. */
    public static String needsMan(String unit, String bus) {
        return "needs a man in the middle between %s and the bus: buses.%s.middle".formatted(unit, bus);
    }

    /** What a rig needs to open the wire of a unit that shares its man in the middle. */
    public static String needsAlone(String unit, String other) {
        return "needs %s alone behind its man in the middle, without %s".formatted(unit, other);
    }

    /** The same for a capability as {@code @needs-...} tags name it. */
    public Optional<String> lacks(String capability) {
        for (Seam seam : Seam.values()) {
            if (seam.capability().equals(capability)) {
                return lacks(seam);
            }
        }
        return Optional.of("no rig can do that");
    }
}
