package dev.underpin.defect;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in front of what a control unit is to its diagnostic server, which passes everything on. */
abstract class EcuFront implements EcuDiagnostics {
    private final EcuDiagnostics real;

    EcuFront(EcuDiagnostics real) {
        this.real = real;
    }

    @Override
    public ServiceTable services() {
        return real.services();
    }

    @Override
    public @Nullable DataIdentifier data(int did) {
        return real.data(did);
    }

    @Override
    public @Nullable Routine routine(int rid) {
        return real.routine(rid);
    }

    @Override
    public FaultMemoryView faults() {
        return real.faults();
    }

    @Override
    public Transfer transfer() {
        return real.transfer();
    }

    @Override
    public SecurityAlgorithm security() {
        return real.security();
    }

    @Override
    public Nrc precondition(int sid, byte[] request) {
        return real.precondition(sid, request);
    }

    @Override
    public void enter(Session session, Answer answer) {
        real.enter(session, answer);
    }

    @Override
    public void sessionChanged(Session session) {
        real.sessionChanged(session);
    }

    @Override
    public boolean supportsReset(int kind) {
        return real.supportsReset(kind);
    }

    @Override
    public void reset(int kind) {
        real.reset(kind);
    }

    @Override
    public void communication(boolean receive, boolean transmit, int messages) {
        real.communication(receive, transmit, messages);
    }

    @Override
    public Nrc objection(byte[] request) {
        return real.objection(request);
    }

    @Override
    public boolean saysBusy() {
        return real.saysBusy();
    }

    @Override
    public List<MemoryRange> memory() {
        return real.memory();
    }

    @Override
    public byte @Nullable [] scaling(int did) {
        return real.scaling(did);
    }

    @Override
    public @Nullable Output output(int did) {
        return real.output(did);
    }

    @Override
    public @Nullable Authentication authentication() {
        return real.authentication();
    }

    @Override
    public @Nullable FileStore files() {
        return real.files();
    }

    @Override
    public @Nullable SecuredChannel securedChannel() {
        return real.securedChannel();
    }

    @Override
    public @Nullable LinkRates linkRates() {
        return real.linkRates();
    }

    @Override
    public EventMemory events() {
        return real.events();
    }

    @Override
    public int periodicLimit() {
        return real.periodicLimit();
    }

    @Override
    public int responseLimit() {
        return real.responseLimit();
    }
}
