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
    DUPLICATED_FRAME("duplicated-frame", "bus-faults"),
    /** Requests are answered in a control unit's name; the target is the unit, how they begin and the answer: {@code BRK 22F195 62F196}. */
    FALSE_ANSWER("false-answer", "transport-faults"),
    /** A request is answered with 0x78, once or every so many milliseconds: {@code BRK 22F195 1000}, {@code BRK 22F195 once}. */
    ENDLESS_PENDING("endless-pending", "transport-faults"),
    /** A second node answers before the control unit does: {@code ADAS 227061 62706101}. */
    SECOND_RESPONDER("second-responder", "transport-faults"),
    /** A request is answered under an identifier of nobody: {@code BRK 22F195 7A0 62F195303030}. */
    FOREIGN_IDENTIFIER("foreign-identifier", "transport-faults"),
    /** Everything that a control unit answers comes so many milliseconds late: {@code BRK 11000}. */
    LATE_ANSWERS("late-answers", "transport-faults"),
    /** A control unit tells of so many trouble codes: {@code BRK 300}. */
    CODE_FLOOD("code-flood", "transport-faults"),
    /** The transport of requests to a control unit, or of its responses, suffers: {@code BRK responses lost-frame}. */
    TRANSPORT("transport", "transport-faults"),
    /** The gateway no longer carries requests on to a control unit (the target). */
    ROUTE_BLOCKED("route-blocked", "transport-faults"),
    /** The next positive answer of a service does not arrive: {@code BMS 76}. */
    ANSWER_LOST("answer-lost", "transport-faults"),
    /** Another tester on the bus asks a control unit something, once, in a classical frame: {@code BMS 1101}. */
    INTRUDER("intruder", "transport-faults");

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
