package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.uptane.NotGenuine;
import java.util.concurrent.CompletionException;

/** An update cannot go on. */
public final class UpdateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String attack;

    /**
     * @param detail what was expected and what was found, for the report to the cloud
     * @param attack the kind of attack that this looks like, see {@link dev.underpin.vehicle.telematics.uptane.Attack}; empty when like none
     */
    public UpdateFailure(Reason reason, String detail, String attack) {
        super(detail);
        this.reason = reason;
        this.attack = attack;
    }

    public UpdateFailure(Reason reason, String detail) {
        this(reason, detail, "");
    }

    /** A refusal of the verification. */
    static UpdateFailure of(NotGenuine refusal) {
        return new UpdateFailure(
                Reason.VERIFICATION_FAILED, refusal.detail(), refusal.attack().code());
    }

    public Reason reason() {
        return reason;
    }

    public String attack() {
        return attack;
    }

    /** The failure inside what a future failed with; anything else is an error of the program and thrown on. */
    static UpdateFailure in(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UpdateFailure known) {
            return known;
        }
        throw new IllegalStateException("an update failed with something that is no failure of an update", failure);
    }
}
