package dev.underpin.rig.bench;

import dev.underpin.mistake.UserMistake;
import dev.underpin.serial.DeviceError;
import dev.underpin.time.Await;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting in which a medium may fail: that is the rig's failure. */
record GuardedAwait(Await await) implements Await {
    @Override
    public <T> T until(String what, long within, Supplier<Optional<T>> observation, Supplier<String> lastSeen) {
        try {
            return await.until(what, within, observation, lastSeen);
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (DeviceError wrong) {
            throw RigErrors.of(wrong);
        } catch (UncheckedIOException broken) {
            throw RigErrors.of(broken);
        }
    }

    @Override
    public void pass(long nanos) {
        try {
            await.pass(nanos);
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (DeviceError wrong) {
            throw RigErrors.of(wrong);
        } catch (UncheckedIOException broken) {
            throw RigErrors.of(broken);
        }
    }
}
