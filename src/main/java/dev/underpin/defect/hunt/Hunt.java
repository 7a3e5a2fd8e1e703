package dev.underpin.defect.hunt;

import dev.underpin.defect.Defect;

/** A way of looking for defects. Threading: any thread; several defects may be hunted at a time. */
public interface Hunt {
    /** Its name in figures, such as {@code features}. */
    String name();

    /** Looks for a defect, as long as this hunt's budget lasts. */
    Trail hunt(Defect defect);
}
