package dev.underpin.vehicle.ecu;

import dev.underpin.time.Entropy;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
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
import dev.underpin.vehicle.ecu.Application.Intrusion;
import dev.underpin.vehicle.ecu.boot.Programming;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.RoutineSpec;
import dev.underpin.vehicle.ecu.table.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A control unit as its diagnostic server sees it: more while the application runs, less while only the boot loader does. */
final class Diagnostics implements EcuDiagnostics {
    private static final int HARD_RESET = 1;
    private static final int SOFT_RESET = 3;

    private final Ecu ecu;
    private final Identification identification;
    private final Optional<Programming> programming;
    private final SecretKeys keys;
    private final Map<Integer, Routine> applicationRoutines = new TreeMap<>();
    private final Map<Integer, Routine> ownRoutines;
    private final ServiceTable applicationServices;
    private final ServiceTable bootServices;
    private final FurtherDiagnostics further;
    private final Authentication authentication;
    private final SecuredChannel channel;
    private final FileStore files;
    private final EventMemory events;

    Diagnostics(
            Ecu ecu,
            Identification identification,
            BoundValues bound,
            Optional<Programming> programming,
            Map<Integer, Routine> ownRoutines,
            SecretKeys keys,
            EcuParts parts,
            NonVolatile storage,
            Entropy challenges) {
        this.ecu = ecu;
        this.identification = identification;
        this.programming = programming;
        this.ownRoutines = ownRoutines;
        this.keys = keys;
        EcuSpec spec = ecu.spec();
        further = new FurtherDiagnostics(spec, bound, storage, this::data, parts.bitRate());
        authentication = new TesterCertificates(
                spec.name(), parts.trust(), spec.further().roles(), parts.calendar(), challenges, storage);
        channel = new SecretChannel(parts.secret(), storage);
        events = new StoredEvents(storage);
        files = new StoredFiles(spec.further().fileBytes(), storage);
        applicationServices = DeclaredServices.of(spec.services());
        bootServices = DeclaredServices.of(
                spec.services().stream().filter(ServiceSpec::bootLoader).toList());
        applicationRoutines.putAll(ownRoutines);
        spec.routines().forEach(declared -> applicationRoutines.put(declared.rid(), routine(declared, bound)));
    }

    @Override
    public ServiceTable services() {
        return inApplication() ? applicationServices : bootServices;
    }

    @Override
    public @Nullable DataIdentifier data(int did) {
        return identification.of(did, inApplication());
    }

    @Override
    public @Nullable Routine routine(int rid) {
        return inApplication() ? applicationRoutines.get(rid) : ownRoutines.get(rid);
    }

    @Override
    public FaultMemoryView faults() {
        return ecu.faults();
    }

    @Override
    public Transfer transfer() {
        return programming.orElseThrow();
    }

    @Override
    public SecurityAlgorithm security() {
        return keys;
    }

    @Override
    public List<MemoryRange> memory() {
        return further.memory();
    }

    @Override
    public byte @Nullable [] scaling(int did) {
        return further.scaling(did);
    }

    @Override
    public @Nullable Output output(int did) {
        return inApplication() ? further.output(did) : null;
    }

    @Override
    public Authentication authentication() {
        return authentication;
    }

    @Override
    public FileStore files() {
        return files;
    }

    @Override
    public SecuredChannel securedChannel() {
        return channel;
    }

    @Override
    public @Nullable LinkRates linkRates() {
        return further.linkRates();
    }

    @Override
    public EventMemory events() {
        return events;
    }

    @Override
    public int periodicLimit() {
        return ecu.spec()
                .can()
                .map(CanAddress::periodicLimit)
                .orElseGet(OptionalInt::empty)
                .orElse(responseLimit());
    }

    @Override
    public Nrc precondition(int sid, byte[] request) {
        return switch (sid) {
            case Sid.ECU_RESET -> ecu.veto(Intrusion.RESET);
            case Sid.CLEAR_DTC -> ecu.veto(Intrusion.CLEAR);
            case Sid.IO_CONTROL, Sid.WRITE_MEMORY -> ecu.veto(Intrusion.CONTROL);
            default -> Nrc.POSITIVE;
        };
    }

    @Override
    public void enter(Session session, Answer answer) {
        if (session == Session.PROGRAMMING) {
            ecu.enterProgramming(answer);
        } else {
            answer.positive();
        }
    }

    @Override
    public void sessionChanged(Session session) {
        if (session != Session.PROGRAMMING) {
            programming.ifPresent(Programming::startOver);
        }
        ecu.sessionChanged(session);
    }

    @Override
    public boolean supportsReset(int kind) {
        return kind == HARD_RESET || (kind == SOFT_RESET && inApplication());
    }

    @Override
    public void reset(int kind) {
        ecu.restart(kind == SOFT_RESET ? ResetCause.SOFT_RESET : ResetCause.HARD_RESET);
    }

    @Override
    public void communication(boolean receive, boolean transmit, int messages) {
        if ((messages & 1) != 0) {
            ecu.communication(receive, transmit);
        }
    }

    private boolean inApplication() {
        return ecu.state() != EcuState.BOOTLOADER;
    }

    private static Routine routine(RoutineSpec spec, BoundValues bound) {
        RoutineTask task = bound.task(spec.name());
        Access access = Access.in(Session.EXTENDED).unlocked(spec.unlocked() ? 1 : 0);
        Routine routine = Routine.startable(spec.rid(), spec.name(), access, spec.options(), task::start);
        routine = spec.stoppable() ? routine.stoppable((options, answer) -> task.stop(answer)) : routine;
        return spec.results() ? routine.withResult((options, answer) -> task.results(answer)) : routine;
    }
}
