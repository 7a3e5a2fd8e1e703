package dev.underpin.rig;

import dev.underpin.fault.Seam;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which faults a rig can inject and why not the others, as it follows from its file. Immutable; any thread. */
public final class Reach {
    private final Map<Seam, String> lacking = new EnumMap<>(Seam.class);
    private final Set<String> untouched;

    private Reach(Set<String> untouched) {
        this.untouched = untouched;
    }

    /** The reach of that rig. */
    public static Reach of(RigFile rig) {
        Set<String> untouched = new TreeSet<>(rig.realEcus());
        rig.buses().values().stream()
                .map(RigFile.Bus::middle)
                .filter(Objects::nonNull)
                .forEach(man -> man.units().forEach(untouched::remove));
        Reach reach = new Reach(Collections.unmodifiableSet(untouched));
        if (rig.onRealMedia()) {
            reach.lacking.put(Seam.BIT, "the bits of a real medium cannot be disturbed");
        }
        if (!rig.realEcus().isEmpty()) {
            reach.beside(rig);
        }
        return reach;
    }

    private void beside(RigFile rig) {
        String real = String.join(", ", new TreeSet<>(rig.realEcus()));
        for (Seam seam : new Seam[] {Seam.FLASH, Seam.ECU, Seam.PLANT}) {
            lacking.put(seam, "nothing reaches into a real control unit (%s)".formatted(real));
        }
        if (rig.supply() == null) {
            lacking.put(Seam.SUPPLY, "needs an instrument in the supply of %s: supply".formatted(real));
        }
    }

    /** Why no fault of that seam can be injected; empty when it can. */
    public Optional<String> lacks(Seam seam) {
        return Optional.ofNullable(lacking.get(seam));
    }

    /** The real control units with no man in the middle between them and their bus: at their frames nothing can be done. */
    public Set<String> untouched() {
        return untouched;
    }

    /** What a rig needs for faults at the frames of a unit that is {@link #untouched}. */
    public static String needsMan(String unit, String bus) {
        return "needs a man in the middle between %s and the bus: buses.%s.middle".formatted(unit, bus);
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
