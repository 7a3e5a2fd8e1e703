package dev.underpin.can.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the attributes that everybody uses say of a message. */
final class MessageTraits {
    static final String CYCLE_TIME = "GenMsgCycleTime";
    static final String FRAME_FORMAT = "VFrameFormat";
    static final String BIT_RATE_SWITCH = "CANFD_BRS";

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int J1939 = 3;
    private static final int STANDARD_FD = 14;
    private static final int EXTENDED_FD = 15;

    private final @Nullable AttributeValue usualCycle;
    private final @Nullable AttributeValue usualFormat;
    private final @Nullable AttributeValue usualSwitch;

    MessageTraits(List<AttributeDefinition> definitions) {
        usualCycle = usual(definitions, CYCLE_TIME);
        usualFormat = usual(definitions, FRAME_FORMAT);
        usualSwitch = usual(definitions, BIT_RATE_SWITCH);
    }

    private static @Nullable AttributeValue usual(List<AttributeDefinition> definitions, String name) {
        for (AttributeDefinition definition : definitions) {
            if (definition.target() == AttributeTarget.MESSAGE
                    && definition.name().equals(name)) {
                return definition.otherwise();
            }
        }
        return null;
    }

    /** Nanoseconds; the attribute is in milliseconds. */
    long cycle(Map<String, AttributeValue> attributes) {
        double millis = switch (attributes.getOrDefault(CYCLE_TIME, usualCycle)) {
            case AttributeValue.Whole(long value) -> value;
            case AttributeValue.Real(double value) -> value;
            case null, default -> 0;
        };
        return Math.max(0, Math.round(millis * NANOS_PER_MILLI));
    }

    boolean fd(Map<String, AttributeValue> attributes) {
        return switch (attributes.getOrDefault(FRAME_FORMAT, usualFormat)) {
            case AttributeValue.Whole(long value) -> value == STANDARD_FD || value == EXTENDED_FD;
            case AttributeValue.Choice(int index, String value) -> value.endsWith("CAN_FD");
            case null, default -> false;
        };
    }

    /** Whether it is a parameter group of J1939, which takes several frames when it is long. */
    boolean j1939(Map<String, AttributeValue> attributes) {
        return switch (attributes.getOrDefault(FRAME_FORMAT, usualFormat)) {
            case AttributeValue.Whole(long value) -> value == J1939;
            case AttributeValue.Choice(int index, String value) -> value.equals("J1939PG");
            case null, default -> false;
        };
    }

    /** Whether a CAN FD frame sends its data at the data rate, which is usual. */
    boolean bitRateSwitch(Map<String, AttributeValue> attributes) {
        return switch (attributes.getOrDefault(BIT_RATE_SWITCH, usualSwitch)) {
            case AttributeValue.Whole(long value) -> value != 0;
            case AttributeValue.Choice(int index, String value) -> !value.equals("0");
            case null, default -> true;
        };
    }
}
