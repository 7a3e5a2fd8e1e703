package dev.underpin.vehicle.ecu.boot;

import dev.underpin.uds.Nrc;
import dev.underpin.vehicle.ecu.boot.BootState.Phase;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.flash.FlashListener;
import dev.underpin.vehicle.ecu.flash.FlashListener.Operation;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import dev.underpin.vehicle.ecu.flash.ImageHeader;
import dev.underpin.vehicle.ecu.flash.Inspection;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides after each reset which slot starts. A newly activated slot starts once; unless it is confirmed before the next reset, the
 * old one comes back. A slot whose image is not whole, not genuine or not for this control unit never starts. With a single bank the
 * boot loader itself stays until the bank holds a checked image.
 *
 * <p>Threading: the scheduler's thread. Decisions may take vehicle time, since a mark is written before a slot is tried.
 */
public final class BootLoader {
    private final BootRule rule;
    private final List<Slot> slots = new ArrayList<>();
    private final BootMarks marks;
    private final Banks banks;
    private final FlashListener listener;
    private BootState state;
    private @Nullable Slot running;

    /**
     * The boot loader over {@code banks}.
     *
     * @param rule which images it believes
     * @param listener hears of operations on the flash
     */
    public BootLoader(BootRule rule, Banks banks, PublicKey makerKey, FlashListener listener) {
        this.rule = rule;
        this.banks = banks;
        this.listener = listener;
        banks.slots().forEach((name, flash) -> slots.add(new Slot(name, flash, makerKey, listener)));
        marks = new BootMarks(banks.marks());
        state = marks.read().orElseGet(this::asFromFactory);
    }

    /** Power is lost or the control unit resets: operations on the flash stop half done. */
    public void halt() {
        running = null;
        slots.forEach(Slot::halt);
        banks.marks().halt();
    }

    /** Decides what starts, now that the control unit is out of reset. {@code decided} gets what runs. */
    public void start(Consumer<Running> decided) {
        state = marks.read().orElseGet(this::asFromFactory);
        switch (state.phase()) {
            case ARMED -> {
                if (runnable(state.slot())) {
                    mark(state.starting(state.slot(), Phase.TRYING), done -> run(state.slot(), decided));
                } else {
                    settleOn(other(), decided);
                }
            }
            case TRYING -> settleOn(other(), decided);
            case CONFIRMED -> run(state.slot(), decided);
        }
    }

    /** What runs, or nothing while the boot loader itself does. */
    public Optional<Running> running() {
        return Optional.ofNullable(running).map(this::describe);
    }

    /** Whether an application would start after a reset. */
    public boolean bootable() {
        return runnable(state.slot()) || runnable(other());
    }

    /** Whether what runs has proved itself and starts again after a reset. */
    public boolean runsConfirmed() {
        return state.phase() == Phase.CONFIRMED && slots.get(state.slot()) == running;
    }

    /**
     * Marks the slot that was written and checked for its trial boot; with a single bank there is nothing to do. One that is on its trial
     * already gets another one: whoever lost the answer by a loss of power may order it again.
     */
    public void activate(Consumer<Nrc> ended) {
        int target = onTrial() ? state.slot() : target();
        if (!runnable(target)) {
            ended.accept(Nrc.CONDITIONS_NOT_CORRECT);
        } else if (slots.size() == 1 || state.phase() == Phase.ARMED) {
            ended.accept(Nrc.POSITIVE);
        } else {
            mark(state.starting(target, Phase.ARMED), ended);
        }
    }

    /** Makes what runs permanent, and raises the floor below which no release is accepted. */
    public void confirm(Consumer<Nrc> ended) {
        Slot slot = running;
        if (slot == null) {
            ended.accept(Nrc.CONDITIONS_NOT_CORRECT);
        } else if (slots.get(state.slot()) != slot) {
            ended.accept(Nrc.SEQUENCE_ERROR);
        } else {
            BootState confirmed = state.confirmed(
                    slot.inspect().header().map(ImageHeader::releaseCounter).orElse(0L));
            markIfNew(confirmed, ended);
        }
    }

    /**
     * Marks the slot that ran before, from the next reset on; takes back an activation. Doing it twice does no more than once. A newer
     * release is no way back: where the older one runs for good, nothing changes.
     */
    public void rollBack(Consumer<Nrc> ended) {
        int back = state.phase() == Phase.ARMED || slots.get(state.slot()) == running ? other() : state.slot();
        if (slots.size() == 1 || !runnable(back)) {
            ended.accept(Nrc.CONDITIONS_NOT_CORRECT);
        } else if (runsConfirmed() && release(back) > release(state.slot())) {
            ended.accept(Nrc.POSITIVE);
        } else {
            markIfNew(state.starting(back, Phase.CONFIRMED), ended);
        }
    }

    /** The slot that may be written: not the one that runs. */
    Slot targetSlot() {
        return slots.get(target());
    }

    /** Whether the slot that may be written is needed as the way back from an unconfirmed one. */
    boolean targetIsWayBack() {
        return slots.size() > 1 && state.phase() == Phase.TRYING;
    }

    /** Marks the target slot as not to be started, before its first cell changes. */
    void invalidateTarget(Consumer<Nrc> ended) {
        int target = target();
        BootState without = state.validated(target, false);
        boolean runs = running != null && slots.get(target) != running;
        markIfNew(runs ? without.starting(slots.indexOf(running), Phase.CONFIRMED) : without, ended);
    }

    /** Marks the target slot as checked. */
    void validateTarget(Consumer<Nrc> ended) {
        markIfNew(state.validated(target(), true), ended);
    }

    ImageVerdict judge(Inspection inspection) {
        return rule.judge(inspection, state.floor());
    }

    private BootState asFromFactory() {
        BootState state = new BootState(0, Phase.CONFIRMED, (1 << slots.size()) - 1, 0);
        return state.confirmed(
                slots.get(0).inspect().header().map(ImageHeader::releaseCounter).orElse(0L));
    }

    private void settleOn(int slot, Consumer<Running> decided) {
        if (runnable(slot)) {
            mark(state.starting(slot, Phase.CONFIRMED), done -> run(slot, decided));
        } else {
            run(state.slot(), decided);
        }
    }

    private void run(int wanted, Consumer<Running> decided) {
        int slot = runnable(wanted) ? wanted : other(wanted);
        running = runnable(slot) ? slots.get(slot) : null;
        decided.accept(describe(slots.get(slot)));
    }

    private Running describe(Slot slot) {
        return new Running(slot == running, slot.name(), slot.inspect());
    }

    private boolean runnable(int slot) {
        return rule.starts(state.isValid(slot), slots.get(slot).inspect());
    }

    private boolean onTrial() {
        return state.phase() == Phase.TRYING && slots.get(state.slot()) == running;
    }

    private long release(int slot) {
        return slots.get(slot)
                .inspect()
                .header()
                .map(ImageHeader::releaseCounter)
                .orElse(0L);
    }

    private int target() {
        return running == null ? other(0) : other(slots.indexOf(running));
    }

    private int other() {
        return other(state.slot());
    }

    private int other(int slot) {
        return slots.size() - 1 - slot;
    }

    private void markIfNew(BootState wanted, Consumer<Nrc> ended) {
        if (wanted.equals(state)) {
            ended.accept(Nrc.POSITIVE);
        } else {
            mark(wanted, ended);
        }
    }

    private void mark(BootState wanted, Consumer<Nrc> ended) {
        marks.write(wanted, outcome -> {
            boolean done = outcome == FlashOutcome.DONE;
            if (done) {
                state = wanted;
                listener.operated(slots.get(wanted.slot()).name(), Operation.MARK, BootMarks.MARK);
            }
            ended.accept(done ? Nrc.POSITIVE : Nrc.PROGRAMMING_FAILURE);
        });
    }

    /**
     * What the boot loader decided.
     *
     * @param application whether an application runs; else the boot loader stays
     * @param slot the slot that runs, or that would if it could
     * @param inspection what is in that slot
     */
    public record Running(boolean application, String slot, Inspection inspection) {}
}
