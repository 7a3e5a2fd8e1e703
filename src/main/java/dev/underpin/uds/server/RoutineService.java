package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import org.jspecify.annotations.Nullable;

/** 0x31: the routine is looked up before its sub-function (ISO 14229-1:2020 figure of clause 14.2). */
final class RoutineService implements Service {
    private static final int START = 1;
    private static final int STOP = 2;
    private static final int RESULT = 3;
    private static final int HEADER = 4;
    private static final int ANY_LENGTH = -1;

    private final EcuDiagnostics ecu;
    private final ServerState state;

    RoutineService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(HEADER);
        Routine routine = available(request);
        step(routine, request);
        checkOptions(routine, request);
        boolean inOrder = starts(request) || state.startedRoutines().contains(routine.id());
        NegativeResponse.unless(inOrder, Nrc.SEQUENCE_ERROR);
    }

    @Override
    public void serve(Request request, Reply reply) {
        Routine routine = available(request);
        Routine.Step step = step(routine, request);
        Answer answer = starts(request) ? reply.through(record -> started(routine, record)) : reply;
        step.run(request.from(HEADER), answer);
    }

    private byte[] started(Routine routine, byte[] record) {
        state.startedRoutines().add(routine.id());
        return record;
    }

    private Routine available(Request request) {
        Routine routine = ecu.routine(request.word(2));
        if (routine == null || !state.available(routine.access())) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        state.requireUnlocked(routine.access());
        return routine;
    }

    private static Routine.Step step(Routine routine, Request request) {
        Routine.@Nullable Step step = switch (request.subFunction()) {
            case START -> routine.start();
            case STOP -> routine.stop();
            case RESULT -> routine.result();
            default -> null;
        };
        if (step == null) {
            throw new NegativeResponse(Nrc.SUB_FUNCTION_NOT_SUPPORTED);
        }
        return step;
    }

    private static void checkOptions(Routine routine, Request request) {
        if (starts(request) && routine.optionLength() != ANY_LENGTH) {
            request.requireLength(HEADER + routine.optionLength());
        }
        boolean valid = !starts(request) || routine.valid().test(request.from(HEADER));
        NegativeResponse.unless(valid, Nrc.OUT_OF_RANGE);
    }

    private static boolean starts(Request request) {
        return request.subFunction() == START;
    }
}
