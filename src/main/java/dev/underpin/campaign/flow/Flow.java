package dev.underpin.campaign.flow;

import dev.underpin.rig.port.Bench;

/**
 * What a person in the car and a technician at the desk do around one feature, as data: a campaign varies it, a shrinker shortens it.
 * Immutable.
 */
public sealed interface Flow permits Update, ScheduledUpdate, RemoteSupport {
    /** The feature's name, such as {@code update}. */
    String name();

    /** The longest that people go on, nanoseconds of vehicle time. */
    long bound();

    /** Sets the scene on a bench that has just been made. */
    Course begin(Bench bench);
}
