package dev.underpin.vehicle.app;

import dev.underpin.vehicle.screen.TouchScreen;

/**
 * What people see of the control units.
 *
 * @param lamps the lamps of the cluster
 * @param cluster the picture between them
 * @param infotainment the touch screen in the middle
 * @param supportPhone number of technical support, as the driver dials it
 */
public record Surfaces(Cluster lamps, TouchScreen cluster, TouchScreen infotainment, String supportPhone) {}
