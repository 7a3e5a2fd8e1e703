/** Hunts for defects, and what they bring home: how many are caught, how soon, and how often a sound vehicle is blamed. */
@NullMarked
package dev.underpin.defect.hunt;

import org.jspecify.annotations.NullMarked;
