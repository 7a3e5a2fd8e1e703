package dev.underpin.campaign.flow;

import java.util.List;
import java.util.Optional;

/** One playing of a {@link Flow} on a bench. Confined to the bench's thread. */
public interface Course {
    /**
     * Looks at what is there now and does what a sensible person does about it, which may be nothing.
     *
     * @return nanoseconds of vehicle time until the next look
     */
    long act();

    /** How the feature ended, by name: {@link #DONE} or the title of what the people were told; empty while it goes on. */
    Optional<String> end();

    /** The clauses that hold once it has ended and nothing is wrong any more. */
    List<String> postconditions();

    /** The feature did what it promises. */
    String DONE = "done";
}
