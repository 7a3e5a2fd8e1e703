package dev.underpin.fault;

import java.util.Arrays;
import java.util.Optional;

/** What can be made to go wrong, by the names that scenarios use. Each kind has a {@link Witness}. */
public enum FaultKind {
    /** Debris between impeller and housing of the coolant pump: it turns too slowly until driven at full speed for some seconds. */
    COOLANT_PUMP_CLOGGED("coolant-pump-clogged", "plant-faults"),
    /** The impeller of the coolant pump is worn: it turns too slowly for good. */
    COOLANT_PUMP_WORN("coolant-pump-worn", "plant-faults"),
    /** The infotainment's panel does not feel fingers; its picture lives. */
    TOUCH_DEAD("touch-dead", "screen-faults"),
    /** The wire that supplies a control unit (the target) is cut. */
    SUPPLY_CUT("supply-cut", "supply-faults"),
    /** Wi-Fi and cellular are lost when a download has reached the target, in percent. */
    LINK_DROP("link-drop", "link-faults"),
    /** The cells of a control unit's (the target's) program memory no longer take what is programmed. */
    FLASH_WORN("flash-worn", "flash-faults"),
    /** What a control unit (the target) sends, it reads back falsely: its controller counts errors until it leaves the bus. */
    BUS_OFF("bus-off", "bus-faults"),
    /** Interference inverts bits on a bus at random; the target is the bus and the rate, such as {@code drive 1/5000}. */
    BUS_NOISE("bus-noise", "bus-faults"),
    /** A node on a bus (the target) sends a frame of the highest priority endlessly. */
    BABBLING_IDIOT("babbling-idiot", "bus-faults"),
    /** Now and then a diagnostic response of a control unit (the target) comes twice. */
    DUPLICATED_FRAME("duplicated-frame", "bus-faults");

    private final String id;
    private final String capability;

    FaultKind(String id, String capability) {
        this.id = id;
        this.capability = capability;
    }

    /** Its name in scenarios and histories. */
    public String id() {
        return id;
    }

    /** What a rig has to be able to do for it, as {@code @needs-...} tags name it. */
    public String capability() {
        return capability;
    }

    /** The kind of that name. */
    public static Optional<FaultKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
