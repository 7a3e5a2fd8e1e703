package dev.underpin.vehicle.ecu.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The program memory of a control unit.
 *
 * @param layout how it is divided
 * @param slotKibibytes size of each slot or of the bank, a multiple of 64 KiB
 * @param cells what it is made of
 */
public record FlashSpec(Layout layout, int slotKibibytes, Cells cells) {
    /** Bytes of each slot or of the bank. */
    public int slotBytes() {
        return slotKibibytes * 1024;
    }

    /** Division of the memory. */
    public enum Layout {
        /** Two slots: the application runs from one while the other is written. */
        @JsonProperty("ab")
        AB,
        /** One bank and a protected boot loader. */
        @JsonProperty("single")
        SINGLE
    }

    /** Technology of the cells. */
    public enum Cells {
        /** Serial or embedded NOR. */
        @JsonProperty("nor")
        NOR,
        /** Managed NAND (eMMC). */
        @JsonProperty("emmc")
        EMMC
    }
}
