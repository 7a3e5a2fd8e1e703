package dev.underpin.uds.server;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/**
 * 0x27: odd sub-functions ask for a seed, even ones bring the key (ISO 14229-1:2020 clause 10.4 and annex I). An unlocked level
 * gives a seed of zeros. A wrong key costs the seed and counts; at the limit a delay runs in which no seed is given, and after which
 * one more attempt is allowed.
 */
final class SecurityService implements Service {
    private static final int LAST_SUB_FUNCTION = 0x7E;

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private final ServerTiming timing;
    private final Alarm delay;

    SecurityService(Scheduler scheduler, EcuDiagnostics ecu, ServerState state, ServerTiming timing) {
        this.ecu = ecu;
        this.state = state;
        this.timing = timing;
        delay = scheduler.alarm(this::delayOver);
    }

    void powerOn() {
        if (ecu.security().failedAttempts() >= timing.keyAttempts()) {
            delay.in(timing.keyDelay());
        }
    }

    void powerOff() {
        delay.cancel();
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return subFunction > 0
                && subFunction <= LAST_SUB_FUNCTION
                && ecu.security().supports(level(subFunction));
    }

    @Override
    public void check(Request request) {
        if (asksForSeed(request)) {
            request.requireLength(2);
            NegativeResponse.unless(!delay.armed(), Nrc.DELAY_NOT_EXPIRED);
        } else {
            request.requireLength(2 + ecu.security().keyLength(seedFor(request).level()));
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        if (asksForSeed(request)) {
            reply.positive(seed(level(request.subFunction())));
        } else {
            tryKey(seedFor(request), request.from(2));
            reply.positive();
        }
    }

    private byte[] seed(int level) {
        byte[] fresh = ecu.security().seed(level);
        if (state.unlockedLevel() == level) {
            return new byte[fresh.length];
        }
        state.seed(new ServerState.Seed(level, fresh));
        return fresh;
    }

    private ServerState.Seed seedFor(Request request) {
        ServerState.Seed seed = state.seed();
        if (seed == null || seed.level() != level(request.subFunction())) {
            throw new NegativeResponse(Nrc.SEQUENCE_ERROR);
        }
        return seed;
    }

    private void tryKey(ServerState.Seed seed, byte[] key) {
        state.seed(null);
        NegativeResponse.unlessPositive(
                ecu.security().accepts(seed.level(), seed.value(), key) ? Nrc.POSITIVE : countFailure());
        ecu.security().failedAttempts(0);
        state.unlock(seed.level());
    }

    private Nrc countFailure() {
        int failures = ecu.security().failedAttempts() + 1;
        ecu.security().failedAttempts(failures);
        if (failures < timing.keyAttempts()) {
            return Nrc.INVALID_KEY;
        }
        delay.in(timing.keyDelay());
        return Nrc.EXCEEDED_ATTEMPTS;
    }

    private void delayOver() {
        ecu.security().failedAttempts(timing.keyAttempts() - 1);
    }

    private static boolean asksForSeed(Request request) {
        return request.subFunction() % 2 == 1;
    }

    private static int level(int subFunction) {
        return (subFunction + 1) / 2;
    }
}
