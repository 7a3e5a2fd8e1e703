package dev.underpin.uds;

import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.Authentication;
import dev.underpin.uds.server.DataIdentifier;
import dev.underpin.uds.server.EcuDiagnostics;
import dev.underpin.uds.server.EventMemory;
import dev.underpin.uds.server.FaultMemoryView;
import dev.underpin.uds.server.FileStore;
import dev.underpin.uds.server.LinkRates;
import dev.underpin.uds.server.MemoryRange;
import dev.underpin.uds.server.Output;
import dev.underpin.uds.server.Routine;
import dev.underpin.uds.server.SecuredChannel;
import dev.underpin.uds.server.SecurityAlgorithm;
import dev.underpin.uds.server.ServiceTable;
import dev.underpin.uds.server.Transfer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An ECU that does what a test wants and keeps what was asked of it. */
public final class EcuDouble implements EcuDiagnostics, FaultMemoryView, Transfer, SecurityAlgorithm {
    public static final Access PROGRAMMING = Access.in(Session.PROGRAMMING).unlocked(1);

    /** What the ECU was asked to do, in order. */
    public final List<String> asked = new ArrayList<>();

    /** What was downloaded. */
    public final ByteArrayOutputStream flash = new ByteArrayOutputStream();

    /** Answers that the ECU owes: of routine 0300 and, while {@link #slowFlash}, of blocks. */
    public final List<Answer> owed = new ArrayList<>();

    public ServiceTable services = ServiceTables.complete();
    public final Extras extras = new Extras();
    public Nrc objection = Nrc.POSITIVE;
    public boolean saysBusy = true;
    public Nrc condition = Nrc.POSITIVE;
    public Nrc writeResult = Nrc.POSITIVE;
    public Nrc blockResult = Nrc.POSITIVE;
    public Nrc exitResult = Nrc.POSITIVE;
    public Nrc downloadResult = Nrc.POSITIVE;
    public boolean blockInRange = true;
    public boolean slowFlash;
    public int failedAttempts;
    public int responseLimit = 4095;
    public int periodicLimit = 4095;
    public int blockLength = 6;
    public long memory = 0x10000;

    /** The value of identifiers F2A0 and 0103. */
    public byte counter = 1;

    /** The status of code 0A7E98. */
    public int status = 0x24;

    private final Map<Integer, DataIdentifier> data = new TreeMap<>();
    private final Map<Integer, Routine> routines = new TreeMap<>();

    public EcuDouble() {
        add(DataIdentifier.readOnly(0xF190, "VIN", 3, () -> new byte[] {'V', 'I', 'N'}));
        add(DataIdentifier.readOnly(0xF18C, "serial", 1, () -> new byte[] {7}));
        add(DataIdentifier.readOnly(0x0101, "secret", 1, () -> new byte[] {9})
                .readableWith(Access.NOT_DEFAULT.unlocked(1)));
        add(DataIdentifier.readOnly(0xF184, "fingerprint", 2, () -> new byte[2])
                .writableWith(Access.NOT_DEFAULT.unlocked(1), this::written)
                .accepting(value -> value[0] != 0));
        add(DataIdentifier.readOnly(0x0102, "certified", 1, () -> new byte[] {8})
                .readableWith(Access.NOT_DEFAULT.authenticated("workshop")));
        add(DataIdentifier.readOnly(0x0103, "watched", 1, () -> new byte[] {counter}));
        add(DataIdentifier.readOnly(0xF2A0, "counter", 1, () -> new byte[] {counter}));
        add(Routine.startable(0xFF00, "erase", PROGRAMMING, 4, this::erase));
        add(Routine.startable(0x0300, "slow", Access.NOT_DEFAULT, 0, (options, answer) -> owed.add(answer)));
        add(Routine.startable(0x0204, "dose", Access.NOT_DEFAULT.unlocked(1), 1, (options, answer) -> answer.positive())
                .accepting(options -> options[0] < 5)
                .withResult((options, answer) -> answer.positive((byte) 3)));
        add(Routine.startable(0x0203, "pump", Access.NOT_DEFAULT, 0, (options, answer) -> answer.positive((byte) 1))
                .stoppable((options, answer) -> answer.positive((byte) 2))
                .withResult((options, answer) -> answer.positive((byte) 3)));
    }

    private void add(DataIdentifier identifier) {
        data.put(identifier.id(), identifier);
    }

    private void add(Routine routine) {
        routines.put(routine.id(), routine);
    }

    private Nrc written(byte[] value) {
        asked.add("write " + Arrays.toString(value));
        return writeResult;
    }

    private void erase(byte[] options, Answer answer) {
        asked.add("erase " + Arrays.toString(options));
        answer.positive((byte) 0);
    }

    @Override
    public ServiceTable services() {
        return services;
    }

    @Override
    public @Nullable DataIdentifier data(int did) {
        return data.get(did);
    }

    @Override
    public @Nullable Routine routine(int rid) {
        return routines.get(rid);
    }

    @Override
    public FaultMemoryView faults() {
        return this;
    }

    @Override
    public Transfer transfer() {
        return this;
    }

    @Override
    public SecurityAlgorithm security() {
        return this;
    }

    @Override
    public Nrc precondition(int sid, byte[] request) {
        return condition;
    }

    @Override
    public void enter(Session session, Answer answer) {
        asked.add("enter " + session);
        answer.positive();
    }

    @Override
    public void sessionChanged(Session session) {
        asked.add("session " + session);
    }

    @Override
    public boolean supportsReset(int kind) {
        return kind == 1 || kind == 3;
    }

    @Override
    public void reset(int kind) {
        asked.add("reset " + kind);
    }

    @Override
    public void communication(boolean receive, boolean transmit, int messages) {
        asked.add("communication " + receive + " " + transmit + " " + messages);
    }

    @Override
    public Nrc objection(byte[] request) {
        return objection;
    }

    @Override
    public boolean saysBusy() {
        return saysBusy;
    }

    @Override
    public List<MemoryRange> memory() {
        return List.of(extras.range());
    }

    @Override
    public byte @Nullable [] scaling(int did) {
        return did == 0xF190 ? new byte[] {0x63} : null;
    }

    @Override
    public @Nullable Output output(int did) {
        return did == 0x9B10 ? extras.lamps(Set.of(0, 1, 2)) : did == 0x9B00 ? extras.output() : null;
    }

    @Override
    public Authentication authentication() {
        return extras.authentication();
    }

    @Override
    public FileStore files() {
        return extras.store();
    }

    @Override
    public SecuredChannel securedChannel() {
        return extras.channel();
    }

    @Override
    public LinkRates linkRates() {
        return extras.rates();
    }

    @Override
    public EventMemory events() {
        return extras.events();
    }

    @Override
    public int periodicLimit() {
        return periodicLimit;
    }

    @Override
    public int responseLimit() {
        return responseLimit;
    }

    @Override
    public int availabilityMask() {
        return 0x7F;
    }

    @Override
    public List<DtcRecord> supported() {
        return List.of(new DtcRecord(0x0AA61A, 0xAF), new DtcRecord(0xC11187, 0x50), new DtcRecord(0x0A7E98, status));
    }

    @Override
    public List<Snapshot> snapshots(int code) {
        return code == 0x0AA61A
                ? List.of(new Snapshot(1, List.of(new Value(0xDD01, new byte[] {1, 2, 3}))))
                : List.of();
    }

    @Override
    public List<ExtendedData> extendedData(int code) {
        return code == 0x0AA61A
                ? List.of(new ExtendedData(1, new byte[] {4}), new ExtendedData(2, new byte[] {5}))
                : List.of();
    }

    @Override
    public void clear(int group, Answer answer) {
        if (group == DtcCode.ALL) {
            asked.add("clear");
            answer.positive();
        } else {
            answer.negative(Nrc.OUT_OF_RANGE);
        }
    }

    @Override
    public void setting(boolean on) {
        asked.add("setting " + on);
    }

    @Override
    public Access access() {
        return PROGRAMMING;
    }

    @Override
    public boolean covers(long address, long size) {
        return address + size <= memory;
    }

    @Override
    public int requestDownload(long address, long size) {
        NegativeResponse.unlessPositive(downloadResult);
        asked.add("download " + address + " " + size);
        return blockLength;
    }

    @Override
    public boolean accepts(int bytes) {
        return blockInRange;
    }

    @Override
    public void write(ByteBuffer bytes, Answer answer) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        if (blockResult != Nrc.POSITIVE) {
            answer.negative(blockResult);
            return;
        }
        flash.writeBytes(copy);
        if (slowFlash) {
            owed.add(answer);
        } else {
            answer.positive();
        }
    }

    @Override
    public void exit(Answer answer) {
        asked.add("exit");
        if (exitResult == Nrc.POSITIVE) {
            answer.positive();
        } else {
            answer.negative(exitResult);
        }
    }

    @Override
    public void abort() {
        asked.add("abort");
    }

    @Override
    public boolean supports(int level) {
        return level <= 2;
    }

    @Override
    public byte[] seed(int level) {
        return new byte[] {0x11, 0x22};
    }

    @Override
    public int keyLength(int level) {
        return 2;
    }

    @Override
    public boolean accepts(int level, byte[] seed, byte[] key) {
        return Arrays.equals(key, key(seed));
    }

    /** The key of a seed. */
    public static byte[] key(byte[] seed) {
        return new byte[] {(byte) (seed[0] + 1), (byte) (seed[1] + 1)};
    }

    @Override
    public int failedAttempts() {
        return failedAttempts;
    }

    @Override
    public void failedAttempts(int count) {
        failedAttempts = count;
    }
}
