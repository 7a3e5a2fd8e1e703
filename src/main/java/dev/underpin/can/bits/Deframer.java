package dev.underpin.can.bits;

import dev.underpin.can.CanFrame;
import dev.underpin.can.FrameField;
import java.util.Arrays;

/**
 * Reads a frame bit by bit, classical or CAN FD, from its start-of-frame bit to the last bit of its end of frame (ISO 11898-1:2015,
 * 10.4 to 10.5). Allocates only in {@link #frame()}; confined to one thread.
 */
public final class Deframer {
    /** What a bit turned out to be. */
    public enum Reading {
        /** A bit of the frame. */
        BIT,
        /** A stuff bit, dynamic or fixed. */
        STUFF_BIT,
        /** A sixth equal bit. */
        STUFF_ERROR,
        /** A bit of fixed form, or a fixed stuff bit, with the wrong value. */
        FORM_ERROR,
        /** The last bit of the end of frame. */
        END
    }

    private static final int FULL_RUN = 5;
    private static final int CRC17_MAX_LENGTH = 16;
    private static final int FIXED_STUFF_SPACING = 4;
    private static final int END_OF_FRAME = 7;

    private final byte[] data = new byte[64];
    private FrameField field = FrameField.SOF;
    private int index;
    private int last;
    private int run;
    private boolean stuffDue;
    private int dynamicStuffBits;
    /** Bits read since fixed stuffing began, and whether the bit before was a fixed stuff bit. */
    private int fixedStuffed;

    private boolean justFixed;
    private int crc15;
    private int crc17;
    private int crc21;
    private int value;
    private int id;
    private boolean rtr;
    private boolean extended;
    private boolean fd;
    private boolean brs;
    private boolean esi;
    private int dlc;
    private int stuffCount;
    private boolean genuine;
    private boolean acknowledged;

    public Deframer() {
        begin();
    }

    /** Awaits a start-of-frame bit. */
    public void begin() {
        go(FrameField.SOF);
        last = 1;
        run = 0;
        stuffDue = false;
        dynamicStuffBits = 0;
        fixedStuffed = 0;
        justFixed = false;
        crc15 = Crc.CRC15.start();
        crc17 = Crc.CRC17.start();
        crc21 = Crc.CRC21.start();
        id = 0;
        rtr = false;
        extended = false;
        fd = false;
        brs = false;
        esi = false;
        dlc = 0;
        genuine = false;
        Arrays.fill(data, (byte) 0);
    }

    /** The field of the next bit; of a stuff bit the field that it stands before. */
    public FrameField field() {
        return field;
    }

    /** The place of the next bit in its field, from 0; stuff bits do not count. */
    public int index() {
        return index;
    }

    /** Whether the next bit has to be a stuff bit. */
    public boolean stuffBitDue() {
        return fixedStuffing() ? fixedStuffed % FIXED_STUFF_SPACING == 0 && !justFixed : stuffDue;
    }

    /** Whether check sequence and stuff count, once read, were those computed. */
    public boolean genuine() {
        return genuine;
    }

    /** Whether somebody set the ACK slot. */
    public boolean acknowledged() {
        return acknowledged;
    }

    /** Whether the bits after this one go at the data bit rate: from the BRS bit to the CRC delimiter of a frame that switches. */
    public boolean dataPhase() {
        return brs && field.compareTo(FrameField.ESI) >= 0 && field.compareTo(FrameField.CRC_DELIMITER) <= 0;
    }

    /** The frame; of use when its check sequence has been read. */
    public CanFrame frame() {
        if (rtr && !fd) {
            return CanFrame.remote(id, extended, dlc);
        }
        byte[] content = Arrays.copyOf(data, length());
        if (fd) {
            return CanFrame.fd(id, extended, brs, content).withEsi(esi);
        }
        CanFrame frame = extended ? CanFrame.extended(id, content) : CanFrame.classic(id, content);
        return dlc > content.length ? frame.withRawDlc(dlc) : frame;
    }

    /** Reads one bit, dominant 0 or recessive 1. */
    public Reading feed(int bit) {
        if (fixedStuffing()) {
            return fixedStuffed(bit);
        }
        if (stuffDue) {
            return stuffed(bit);
        }
        if (!dynamicallyStuffed()) {
            return consume(bit);
        }
        run = bit == last ? run + 1 : 1;
        last = bit;
        check(bit);
        Reading reading = consume(bit);
        stuffDue = run == FULL_RUN && !fixedStuffing();
        return reading;
    }

    private boolean dynamicallyStuffed() {
        return field.compareTo(FrameField.DATA) <= 0 || (field == FrameField.CRC && !fd);
    }

    private boolean fixedStuffing() {
        return fd && (field == FrameField.STUFF_COUNT || field == FrameField.CRC);
    }

    private Reading stuffed(int bit) {
        if (bit == last) {
            return Reading.STUFF_ERROR;
        }
        stuffDue = false;
        last = bit;
        run = 1;
        dynamicStuffBits++;
        crc17 = Crc.CRC17.bit(crc17, bit);
        crc21 = Crc.CRC21.bit(crc21, bit);
        return Reading.STUFF_BIT;
    }

    private Reading fixedStuffed(int bit) {
        if (stuffBitDue()) {
            justFixed = true;
            boolean opposite = bit != last;
            last = bit;
            return opposite ? Reading.STUFF_BIT : Reading.FORM_ERROR;
        }
        justFixed = false;
        fixedStuffed++;
        last = bit;
        if (field == FrameField.STUFF_COUNT) {
            crc17 = Crc.CRC17.bit(crc17, bit);
            crc21 = Crc.CRC21.bit(crc21, bit);
        }
        return consume(bit);
    }

    private void check(int bit) {
        if (field == FrameField.CRC) {
            return;
        }
        crc15 = Crc.CRC15.bit(crc15, bit);
        crc17 = Crc.CRC17.bit(crc17, bit);
        crc21 = Crc.CRC21.bit(crc21, bit);
    }

    private Reading consume(int bit) {
        value = value << 1 | bit;
        index++;
        switch (field) {
            case SOF -> go(FrameField.IDENTIFIER);
            case IDENTIFIER -> {
                if (index == 11) {
                    id = value;
                    go(FrameField.RTR);
                }
            }
            case RTR -> {
                rtr = bit == 1;
                go(FrameField.IDE);
            }
            case IDE -> {
                extended = bit == 1;
                go(extended ? FrameField.IDENTIFIER_EXTENSION : FrameField.FDF);
            }
            case IDENTIFIER_EXTENSION -> {
                if (index == 18) {
                    id = id << 18 | value;
                    go(FrameField.EXTENDED_RTR);
                }
            }
            case EXTENDED_RTR -> {
                rtr = bit == 1;
                go(FrameField.FDF);
            }
            case FDF -> {
                fd = bit == 1;
                go(fd || extended ? FrameField.RES : FrameField.DLC);
            }
            case RES -> {
                if (fd && bit == 1) {
                    return Reading.FORM_ERROR;
                }
                go(fd ? FrameField.BRS : FrameField.DLC);
            }
            case BRS -> {
                brs = bit == 1;
                go(FrameField.ESI);
            }
            case ESI -> {
                esi = bit == 1;
                go(FrameField.DLC);
            }
            case DLC -> {
                if (index == 4) {
                    dlc = value;
                    go(length() > 0 ? FrameField.DATA : behindData());
                }
            }
            case DATA -> {
                if (index % Byte.SIZE == 0) {
                    data[index / Byte.SIZE - 1] = (byte) value;
                    value = 0;
                }
                if (index == Byte.SIZE * length()) {
                    go(behindData());
                }
            }
            case STUFF_COUNT -> {
                if (index == 4) {
                    stuffCount = value;
                    go(FrameField.CRC);
                }
            }
            case CRC -> {
                if (index == check().width()) {
                    genuine = value == expected() && (!fd || stuffCount == StuffCount.of(dynamicStuffBits));
                    go(FrameField.CRC_DELIMITER);
                }
            }
            case CRC_DELIMITER -> {
                return delimiter(bit, FrameField.ACK);
            }
            case ACK -> {
                acknowledged = bit == 0;
                go(FrameField.ACK_DELIMITER);
            }
            case ACK_DELIMITER -> {
                return delimiter(bit, FrameField.EOF);
            }
            case EOF -> {
                return endOfFrame(bit);
            }
            default -> throw new IllegalStateException("no bit is read in " + field);
        }
        return Reading.BIT;
    }

    private Reading delimiter(int bit, FrameField next) {
        if (bit == 0) {
            return Reading.FORM_ERROR;
        }
        go(next);
        return Reading.BIT;
    }

    /** To a receiver the last bit says nothing of the frame: dominant, it begins an overload frame (10.4.6). */
    private Reading endOfFrame(int bit) {
        if (index == END_OF_FRAME) {
            return Reading.END;
        }
        return bit == 0 ? Reading.FORM_ERROR : Reading.BIT;
    }

    private void go(FrameField next) {
        field = next;
        index = 0;
        value = 0;
    }

    private FrameField behindData() {
        return fd ? FrameField.STUFF_COUNT : FrameField.CRC;
    }

    /** Bytes of data that the length code means. */
    private int length() {
        if (fd) {
            return CanFrame.fdLengthOf(dlc);
        }
        return rtr ? 0 : Math.min(dlc, 8);
    }

    private Crc check() {
        if (!fd) {
            return Crc.CRC15;
        }
        return length() <= CRC17_MAX_LENGTH ? Crc.CRC17 : Crc.CRC21;
    }

    private int expected() {
        if (!fd) {
            return crc15;
        }
        return length() <= CRC17_MAX_LENGTH ? crc17 : crc21;
    }
}
