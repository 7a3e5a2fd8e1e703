package dev.underpin.rig;

import dev.underpin.fault.Seam;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which faults a rig can inject and why not the others, as it follows from its file. Immutable; any thread. */
public final class Reach {
    private static final String INSIDE = "nothing reaches into a real control unit (%s)";

    private final Map<Seam, String> lacking = new EnumMap<>(Seam.class);

    private Reach() {}

    /** The reach of that rig. */
    public static Reach of(RigFile rig) {
        Reach reach = new Reach();
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
            lacking.put(seam, INSIDE.formatted(real));
        }
        for (Seam seam : new Seam[] {Seam.BUS, Seam.TRANSPORT, Seam.UDS}) {
            lacking.put(seam, "the frames of a real control unit (%s) do not pass here".formatted(real));
        }
        if (rig.supply() == null) {
            lacking.put(Seam.SUPPLY, "needs an instrument in the supply of %s: supply".formatted(real));
        }
    }

    /** Why no fault of that seam can be injected; empty when it can. */
    public Optional<String> lacks(Seam seam) {
        return Optional.ofNullable(lacking.get(seam));
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
