package dev.underpin.time;

/** A reusable timer of a {@link Scheduler}; arming, moving and cancelling it allocates nothing. */
public interface Alarm {
    /** Arms the alarm for the moment {@code nanos} (vehicle time), moving it if it was armed; a past moment means now. */
    void at(long nanos);

    /** Arms the alarm {@code nanos} from now, moving it if it was armed. */
    void in(long nanos);

    /** Disarms the alarm; does nothing if it is not armed. */
    void cancel();

    /** Whether the alarm will go off. */
    boolean armed();
}
