package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.LogBook;
import dev.underpin.vehicle.telematics.Outbox;
import dev.underpin.vehicle.telematics.uptane.TrustStore;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the update agent remembers across a loss of power. Every change is durable when the setter returns. Confined to the scheduler's
 * thread.
 */
public final class Journal {
    /** The form in which this software writes it; it reads no later one. */
    public static final int FORM = 1;

    private final Outbox outbox = new Outbox();
    private final LogBook log = new LogBook();
    private final TrustStore trust = new TrustStore();
    private final Set<String> concluded = new LinkedHashSet<>();
    private Phase phase = Phase.IDLE;
    private Phase retry = Phase.DOWNLOAD;
    private @Nullable Offer offer;
    private @Nullable String next;
    private @Nullable Bundle bundle;
    private @Nullable Installation installation;
    private @Nullable Instant window;
    private Reason reason = Reason.CANCELLED;
    private boolean throughToInstallation;
    private boolean confirmed;
    private boolean retrying;
    private long sequence;
    private int form = FORM;

    /** Whether it is in a form that this software can read. */
    public boolean readable() {
        return form <= FORM;
    }

    /** Writes it in another form, as newer software did. */
    public void form(int written) {
        form = written;
    }

    /** Begins it anew: what was offered, chosen and done is forgotten, what metadata was believed is not. */
    public void beginAnew() {
        form = FORM;
        offer = null;
        bundle = null;
        installation = null;
        window = null;
        next = null;
        concluded.clear();
        outbox.clear();
        confirmed = false;
        throughToInstallation = false;
        retrying = false;
        phase = Phase.IDLE;
    }

    public Phase phase() {
        return phase;
    }

    void phase(Phase next) {
        phase = next;
    }

    /** The offer at hand. */
    public Optional<Offer> offer() {
        return Optional.ofNullable(offer);
    }

    /** Begins a new offer: everything of the last one is forgotten. */
    void begin(Offer begun) {
        offer = begun;
        bundle = null;
        installation = null;
        window = null;
        retry = Phase.DOWNLOAD;
        throughToInstallation = false;
        confirmed = false;
        retrying = false;
        sequence = 0;
        phase = Phase.AVAILABLE;
        next = null;
    }

    /** An offer that came while control units were being changed: taken up when the user has seen how that ended. */
    Optional<String> next() {
        return Optional.ofNullable(next);
    }

    void next(String offerId) {
        next = offerId;
    }

    /** The offer is done with and will not be taken up again. */
    void conclude() {
        offer().ifPresent(it -> concluded.add(it.offerId()));
    }

    boolean concluded(String offerId) {
        return concluded.contains(offerId);
    }

    /** The images of the offer, once the metadata has been believed. */
    Optional<Bundle> bundle() {
        return Optional.ofNullable(bundle);
    }

    void bundle(Bundle believed) {
        bundle = believed;
    }

    /** How far the programming of control units is, once it has begun. */
    Optional<Installation> installation() {
        return Optional.ofNullable(installation);
    }

    void installation(@Nullable Installation begun) {
        installation = begun;
    }

    /** When the scheduled window opens, if one was chosen. */
    public Optional<Instant> window() {
        return Optional.ofNullable(window);
    }

    void window(@Nullable Instant opens) {
        window = opens;
    }

    /** Where "Retry" starts again. */
    Phase retry() {
        return retry;
    }

    /** The update stands in {@link Phase#ERROR}. */
    void failed(Reason why, Phase retryFrom) {
        phase = Phase.ERROR;
        reason = why;
        retry = retryFrom;
        retrying = false;
    }

    /** The user wants another try. */
    void retrying() {
        retrying = true;
    }

    /** Whether this is a retry after {@code why}. */
    boolean retriedAfter(Reason why) {
        return retrying && reason == why;
    }

    /** Why the update stands in {@link Phase#ERROR}. */
    public Reason reason() {
        return reason;
    }

    /** Whether the user chose the whole way at once ("Install Update"). */
    boolean throughToInstallation() {
        return throughToInstallation;
    }

    void throughToInstallation(boolean through) {
        throughToInstallation = through;
    }

    /** Whether the user confirmed the installation of this offer. */
    boolean confirmed() {
        return confirmed;
    }

    void confirmed(boolean given) {
        confirmed = given;
    }

    /** The number of the next event of this offer, from 1. */
    long nextSequence() {
        return ++sequence;
    }

    Outbox outbox() {
        return outbox;
    }

    /** The log of the unit's programs, into which the agent writes too. */
    public LogBook log() {
        return log;
    }

    /** The metadata that was believed last. */
    public TrustStore trust() {
        return trust;
    }
}
