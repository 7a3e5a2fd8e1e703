package dev.underpin.vehicle.ecu.memory;

import static dev.underpin.uds.DtcStatus.CONFIRMED;
import static dev.underpin.uds.DtcStatus.NOT_COMPLETED_THIS_CYCLE;
import static dev.underpin.uds.DtcStatus.TEST_FAILED;
import static dev.underpin.uds.DtcStatus.WARNING_INDICATOR;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.FaultMemoryView;
import dev.underpin.vehicle.ecu.table.DtcSpec;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fault memory of one control unit (ISO 14229-1:2020 clause 12 and annex D). Only monitors put something in: each report moves the code's fault detection counter, and at
 * 127 or -128 the test counts as failed or passed. Its contents survive power loss; the counters of debouncing do not.
 *
 * <p>Stored for a code: snapshot 01 of its first confirmation and 02 of its latest failure; extended data 01 occurrence counter, 02
 * cycles aged, 03 fault detection counter, 04 first and latest failure (UTC, seconds, four bytes each), 05 priority and, in bit 0 of a second
 * byte, whether a code has found the memory full since the last clear. Each confirmation is copied to the mirror memory (user-defined memory 01), and a code that
 * asks for a lamp is also kept in the permanent memory, which it leaves by a whole cycle without failure and not by a clear. When the memory is full, the least important code gives way to a more important one, or a
 * past one to an equally important present one; codes of priority 1 never give way.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class FaultMemory implements FaultMemoryView {
    /** How many codes can be stored at once. */
    public static final int PLACES = 32;

    /** MemorySelection of the mirror memory. */
    public static final int MIRROR = 0x01;

    private static final int EMISSIONS_GROUP = 0x33;
    private static final int SAFETY_GROUP = 0xD0;
    private static final int ALL_GROUPS = 0xFE;
    private static final List<String> URGENCY = List.of("red", "amber", "green", "blue");
    private static final int ALL_BITS = 0xFF;

    private final Map<Integer, DtcEntry> entries = new LinkedHashMap<>();
    private final SnapshotLayout layout;
    private final Supplier<Map<String, Object>> surroundings;
    private final Places places;
    private final Milestones milestones = new Milestones();
    private final MirrorMemory mirror = new MirrorMemory();
    private final Set<Integer> permanent = new TreeSet<>();
    private boolean setting = true;

    /**
     * An empty memory.
     *
     * @param dtcs the codes that the control unit can set
     * @param layout how snapshots are laid out
     * @param surroundings what a snapshot tells, by name, when it is taken
     */
    public FaultMemory(Collection<DtcSpec> dtcs, SnapshotLayout layout, Supplier<Map<String, Object>> surroundings) {
        this(dtcs, layout, surroundings, PLACES);
    }

    FaultMemory(
            Collection<DtcSpec> dtcs, SnapshotLayout layout, Supplier<Map<String, Object>> surroundings, int places) {
        dtcs.forEach(dtc -> entries.put(dtc.code(), new DtcEntry(dtc)));
        this.layout = layout;
        this.surroundings = surroundings;
        this.places = new Places(places);
    }

    /**
     * The monitor of a code.
     *
     * @throws IllegalArgumentException if the control unit cannot set the code
     */
    public Monitor monitor(int code) {
        DtcEntry entry = entries.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("the table gives this control unit no code " + DtcCode.text(code));
        }
        return new EntryMonitor(entry, counter -> report(entry, counter));
    }

    /** A new operation cycle begins: cycle bits and debouncing start over, codes without failure age. */
    public void nextCycle() {
        entries.values().stream()
                .filter(DtcEntry::passedThisCycle)
                .forEach(entry -> permanent.remove(entry.spec().code()));
        entries.values().forEach(DtcEntry::nextCycle);
    }

    /** The control unit came out of reset: debouncing starts over, and 0x85 is on again. */
    public void powerUp() {
        setting = true;
        entries.values().forEach(entry -> entry.detection(0));
    }

    /** The most urgent colour in which codes ask for a lamp; empty when none does. */
    public String lampColour(String lamp) {
        String urgent = "";
        for (DtcEntry entry : entries.values()) {
            if (entry.has(WARNING_INDICATOR) && entry.spec().lamp().equals(lamp)) {
                String colour = entry.spec().colour();
                boolean more = urgent.isEmpty() || URGENCY.indexOf(colour) < URGENCY.indexOf(urgent);
                urgent = more ? colour : urgent;
            }
        }
        return urgent;
    }

    /** Whether a code found no place since the last clear. */
    public boolean overflowed() {
        return places.overflowed();
    }

    @Override
    public int availabilityMask() {
        return ALL_BITS;
    }

    @Override
    public List<DtcRecord> supported() {
        return entries.values().stream().map(DtcEntry::record).toList();
    }

    @Override
    public List<DtcRecord> permanent() {
        return supported().stream()
                .filter(dtc -> permanent.contains(dtc.code()))
                .toList();
    }

    @Override
    public @Nullable FaultMemoryView selected(int memory) {
        return memory == MIRROR ? mirror : null;
    }

    @Override
    public @Nullable DtcRecord milestone(Milestone milestone) {
        DtcEntry entry = milestones.at(milestone);
        return entry == null ? null : entry.record();
    }

    @Override
    public int severity(int code) {
        DtcEntry entry = entries.get(code);
        return entry == null ? 0 : entry.spec().severity().mask();
    }

    /** After the letter of the code: 1 powertrain, 2 chassis, 3 body, 4 network. */
    @Override
    public int functionalUnit(int code) {
        return (code >> 22 & 3) + 1;
    }

    @Override
    public int detection(int code) {
        DtcEntry entry = entries.get(code);
        return entry == null ? 0 : entry.detection();
    }

    @Override
    public Set<Integer> extendedRecords() {
        return Set.of(1, 2, 3, 4, 5);
    }

    /** 33 those that ask for a lamp, D0 those of priority 1, FE all. */
    @Override
    public @Nullable Set<Integer> group(int functionalGroup) {
        return switch (functionalGroup) {
            case EMISSIONS_GROUP -> codes(dtc -> !dtc.lamp().isEmpty());
            case SAFETY_GROUP -> codes(dtc -> dtc.priority() == 1);
            case ALL_GROUPS -> codes(dtc -> true);
            default -> null;
        };
    }

    @Override
    public int readinessGroup(int code) {
        DtcEntry entry = entries.get(code);
        return entry == null ? 0 : entry.spec().readiness();
    }

    @Override
    public List<Snapshot> snapshots(int code) {
        DtcEntry entry = entries.get(code);
        List<Snapshot> snapshots = new ArrayList<>();
        if (entry != null && !entry.first().isEmpty()) {
            snapshots.add(new Snapshot(1, entry.first()));
        }
        if (entry != null && !entry.latest().isEmpty()) {
            snapshots.add(new Snapshot(2, entry.latest()));
        }
        return snapshots;
    }

    @Override
    public List<ExtendedData> extendedData(int code) {
        DtcEntry entry = entries.get(code);
        if (entry == null || !entry.stored()) {
            return List.of();
        }
        byte[] times = ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt((int) entry.firstAt())
                .putInt((int) entry.latestAt())
                .array();
        byte[] rank = {(byte) entry.spec().priority(), (byte) (places.overflowed() ? 1 : 0)};
        return List.of(
                counter(1, entry.occurrences()),
                counter(2, entry.agedCycles()),
                counter(3, entry.detection()),
                new ExtendedData(4, times),
                new ExtendedData(5, rank));
    }

    @Override
    public void clear(int group, Answer answer) {
        DtcEntry single = entries.get(group);
        if (group == DtcCode.ALL) {
            entries.values().forEach(this::clear);
            places.clear();
            answer.positive();
        } else if (single != null) {
            clear(single);
            answer.positive();
        } else {
            answer.negative(Nrc.OUT_OF_RANGE);
        }
    }

    @Override
    public void setting(boolean on) {
        setting = on;
    }

    private static ExtendedData counter(int record, int value) {
        return new ExtendedData(record, new byte[] {(byte) value});
    }

    private void report(DtcEntry entry, int detection) {
        if (!setting) {
            return;
        }
        int before = entry.detection();
        entry.detection(detection);
        if (entry.detection() == 127 && (before < 127 || !entry.has(TEST_FAILED))) {
            fail(entry);
        } else if (entry.detection() == -128 && (before > -128 || entry.has(TEST_FAILED | NOT_COMPLETED_THIS_CYCLE))) {
            entry.testPassed();
        }
    }

    private void clear(DtcEntry entry) {
        entry.clear();
        milestones.cleared(entry);
    }

    private void fail(DtcEntry entry) {
        boolean news = entry.testFailed();
        if (news) {
            milestones.failed(entry);
        }
        if (entry.stored() ? news : places.take(entry, entries.values())) {
            boolean before = entry.has(CONFIRMED);
            Map<String, Object> around = surroundings.get();
            entry.escalate(values(around), utc(around));
            if (entry.has(CONFIRMED)) {
                confirmed(entry, !before);
            }
        }
    }

    private void confirmed(DtcEntry entry, boolean news) {
        int code = entry.spec().code();
        if (news) {
            milestones.confirmed(entry);
        }
        mirror.keep(entry.record(), snapshots(code), extendedData(code));
        if (!entry.spec().lamp().isEmpty()) {
            permanent.add(code);
        }
    }

    private Set<Integer> codes(Predicate<DtcSpec> members) {
        return entries.values().stream()
                .map(DtcEntry::spec)
                .filter(members)
                .map(DtcSpec::code)
                .collect(Collectors.toSet());
    }

    private static long utc(Map<String, Object> around) {
        return around.get("Utc") instanceof Number seconds ? seconds.longValue() : 0;
    }

    private List<Value> values(Map<String, Object> around) {
        List<Value> values = new ArrayList<>();
        layout.encode(around).forEach((did, bytes) -> values.add(new Value(did.did(), bytes)));
        return values;
    }
}
