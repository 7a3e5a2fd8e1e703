package dev.underpin.vehicle.ecu.boot;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.Transfer;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * The order in which software may be written: fingerprint, erase, transfer, check of the image, check of its dependencies; only then
 * is the slot marked valid. A step out of order is refused with 0x24, a download without erased cells with 0x70, one beyond the slot
 * with 0x31, cells that do not take the data with 0x72, a supply out of range with 0x92 or 0x93 (ISO 14229-1:2020, 14 and annex A).
 *
 * <p>All steps need the programming session and security level 1. Leaving the session or a reset starts over.
 */
public final class Programming implements Transfer {
    /** Programming session, unlocked. */
    public static final Access ACCESS = Access.in(Session.PROGRAMMING).unlocked(1);

    private static final int RANGE = 8;
    private static final long HASHED_BYTES_PER_SECOND = 40_000_000;

    private final Scheduler scheduler;
    private final BootLoader boot;
    private final Supplier<Nrc> conditions;
    private final Supplier<Nrc> voltage;
    private final int blockLength;
    private boolean fingerprinted;
    private int erased;
    private int writeAt;
    private boolean transferred;
    private boolean checked;

    /**
     * Steps over {@code boot}.
     *
     * @param conditions whether programming may begin now: 0x22 and its like, 0x92, 0x93
     * @param voltage whether cells can be changed now: 0x92, 0x93
     * @param blockLength longest TransferData request that the control unit takes, bytes
     */
    public Programming(
            Scheduler scheduler, BootLoader boot, Supplier<Nrc> conditions, Supplier<Nrc> voltage, int blockLength) {
        this.scheduler = scheduler;
        this.boot = boot;
        this.conditions = conditions;
        this.voltage = voltage;
        this.blockLength = blockLength;
    }

    /** The session was left, or the control unit was reset: nothing that was done before counts. */
    public void startOver() {
        fingerprinted = false;
        erased = 0;
        transferred = false;
        checked = false;
    }

    /** The tester wrote its fingerprint. */
    public void fingerprinted() {
        fingerprinted = true;
    }

    /** Erases the slot (31 01 FF00): all of it, or what covers an optional u32 address and u32 size. */
    public void erase(byte[] options, Answer answer) {
        try {
            int bytes = range(options);
            NegativeResponse.unless(fingerprinted, Nrc.SEQUENCE_ERROR);
            NegativeResponse.unlessPositive(conditions.get());
            NegativeResponse.unless(!boot.targetIsWayBack(), Nrc.CONDITIONS_NOT_CORRECT);
            startOver();
            fingerprinted = true;
            boot.invalidateTarget(marked -> {
                if (marked == Nrc.POSITIVE) {
                    erase(0, bytes, answer);
                } else {
                    answer.negative(marked);
                }
            });
        } catch (NegativeResponse refused) {
            answer.negative(refused.nrc());
        }
    }

    /** Checks the image in the slot (31 01 0202); the status byte is a code of {@link ImageVerdict}. */
    public void check(byte[] options, Answer answer) {
        if (!transferred) {
            answer.negative(Nrc.SEQUENCE_ERROR);
            return;
        }
        ImageVerdict verdict = boot.judge(boot.targetSlot().inspect());
        checked = verdict == ImageVerdict.ACCEPTED;
        scheduler.after(hashing(), () -> answer.positive((byte) verdict.code()));
    }

    /** Checks that the new software fits what stays (31 01 FF01), and marks the slot valid. */
    public void checkDependencies(byte[] options, Answer answer) {
        if (!checked) {
            answer.negative(Nrc.SEQUENCE_ERROR);
            return;
        }
        boot.validateTarget(marked -> {
            if (marked == Nrc.POSITIVE) {
                answer.positive((byte) 0);
            } else {
                answer.negative(marked);
            }
        });
    }

    @Override
    public Access access() {
        return ACCESS;
    }

    @Override
    public boolean covers(long address, long size) {
        return address + size <= boot.targetSlot().size();
    }

    @Override
    public int requestDownload(long address, long size) {
        NegativeResponse.unlessPositive(conditions.get());
        NegativeResponse.unless(address + size <= erased, Nrc.UPLOAD_DOWNLOAD_NOT_ACCEPTED);
        transferred = false;
        checked = false;
        writeAt = (int) address;
        return blockLength;
    }

    @Override
    public void write(ByteBuffer data, Answer answer) {
        Nrc objection = voltage.get();
        if (objection != Nrc.POSITIVE) {
            answer.negative(objection);
            return;
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        boot.targetSlot().program(writeAt, bytes, outcome -> {
            if (outcome == FlashOutcome.DONE) {
                writeAt += bytes.length;
                answer.positive();
            } else {
                answer.negative(Nrc.PROGRAMMING_FAILURE);
            }
        });
    }

    @Override
    public void exit(Answer answer) {
        transferred = true;
        answer.positive();
    }

    @Override
    public void abort() {
        transferred = false;
    }

    private int range(byte[] options) {
        int size = boot.targetSlot().size();
        if (options.length == 0) {
            return size;
        }
        NegativeResponse.unless(options.length == RANGE, Nrc.INCORRECT_LENGTH);
        ByteBuffer range = ByteBuffer.wrap(options);
        long end = Integer.toUnsignedLong(range.getInt()) + Integer.toUnsignedLong(range.getInt());
        NegativeResponse.unless(end > 0 && end <= size, Nrc.OUT_OF_RANGE);
        return (int) end;
    }

    private void erase(int from, int bytes, Answer answer) {
        Nrc objection = voltage.get();
        if (from >= bytes) {
            erased = from;
            answer.positive((byte) 0);
        } else if (objection != Nrc.POSITIVE) {
            answer.negative(objection);
        } else {
            Slot slot = boot.targetSlot();
            slot.erase(from / slot.sectorSize(), outcome -> {
                if (outcome == FlashOutcome.DONE) {
                    erase(from + slot.sectorSize(), bytes, answer);
                } else {
                    answer.negative(Nrc.PROGRAMMING_FAILURE);
                }
            });
        }
    }

    private long hashing() {
        long bytes = boot.targetSlot().inspect().header().map(h -> h.length()).orElse(0L);
        return Math.max(0, bytes) * Nanos.SECOND / HASHED_BYTES_PER_SECOND;
    }
}
