package dev.underpin.isotp.kernel;

import dev.underpin.can.CanPort;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpListener;
import dev.underpin.isotp.NResult;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * One talk as it goes on: sends each message when the one before has arrived. It ends with the first that fails, as both ends may then
 * still be at it. Threading: the run's thread.
 */
final class Conversation {
    private static final long PATIENCE = 15 * Nanos.SECOND;

    private final Talk talk;
    private final Scheduler scheduler;
    private final KernelPeer kernel;
    private final IsoTpEndpoint endpoint;
    private final Consumer<Row> rows;
    private final Runnable finished;
    private final Alarm patience;
    private int next;
    private boolean over;
    private long began;
    private boolean arrived;
    private boolean confirmed;

    Conversation(
            Talk talk, Scheduler scheduler, CanPort port, KernelPeer kernel, Consumer<Row> rows, Runnable finished) {
        this.talk = talk;
        this.scheduler = scheduler;
        this.kernel = kernel;
        this.rows = rows;
        this.finished = finished;
        this.patience = scheduler.alarm(() -> end("nothing came within 15 s"));
        this.endpoint = new IsoTpEndpoint(scheduler, port, talk.address(), talk.parameters());
        endpoint.listen(new IsoTpListener() {
            @Override
            public void message(byte[] data, boolean functional) {
                came(data, false);
            }

            @Override
            public void failed(NResult result) {
                end("we gave up: " + result.text());
            }
        });
    }

    void open() {
        kernel.open(talk);
    }

    /** A line of the kernel's side that is about this talk. */
    void told(String word, String rest) {
        switch (word) {
            case "opened" -> begin();
            case "got" -> came(HexFormat.of().parseHex(rest), true);
            default -> end("the kernel gave up: errno " + rest);
        }
    }

    private boolean toKernel() {
        return next % 2 == 0;
    }

    private int length() {
        return talk.lengths().get(next / 2);
    }

    private void begin() {
        began = scheduler.now();
        arrived = false;
        confirmed = !toKernel();
        patience.in(PATIENCE);
        byte[] message = Talk.message(length());
        if (toKernel()) {
            int current = next;
            endpoint.send(message, result -> sent(current, result));
        } else {
            kernel.send(talk, message);
        }
    }

    private void sent(int which, NResult result) {
        if (which != next) {
            return;
        }
        if (result == NResult.N_OK) {
            confirmed = true;
            endIfDone();
        } else {
            end("not sent: " + result.text());
        }
    }

    private void came(byte[] data, boolean atKernel) {
        if (over) {
            return;
        }
        if (atKernel == toKernel() && Arrays.equals(data, Talk.message(length()))) {
            arrived = true;
            endIfDone();
        } else {
            end("%d bytes came that nobody sent".formatted(data.length));
        }
    }

    private void endIfDone() {
        if (arrived && confirmed) {
            end(Row.OK);
        }
    }

    private void end(String result) {
        if (over) {
            return;
        }
        patience.cancel();
        double millis = (scheduler.now() - began) / (double) Nanos.MILLISECOND;
        rows.accept(new Row(talk.name(), toKernel(), length(), result, millis));
        next++;
        over = !result.equals(Row.OK) || next == 2 * talk.lengths().size();
        if (over) {
            finished.run();
        } else {
            begin();
        }
    }
}
