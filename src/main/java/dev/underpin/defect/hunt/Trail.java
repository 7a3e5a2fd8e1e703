package dev.underpin.defect.hunt;

import dev.underpin.defect.Defect;

/**
 * What a hunt for one defect brought.
 *
 * @param caught whether something failed because of it
 * @param named whether the failure names the clause or rule that the defect breaks
 * @param where what failed first, or empty
 * @param words why, or what was seen instead
 * @param seconds wall time until the first failure; until the end of the hunt when there was none
 */
public record Trail(Defect defect, boolean caught, boolean named, String where, String words, double seconds) {}
