package dev.underpin.vehicle.telematics;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts the messages of an {@link Outbox} one after the other, each until the cloud took it or refused it for good; waits out the lack
 * of a connection.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class Postman {
    private static final BackOff PATIENCE = new BackOff(Integer.MAX_VALUE, 2 * Nanos.SECOND, Nanos.MINUTE);

    private final Life life;
    private final CloudClient cloud;
    private final Outbox outbox;
    private final Alarm again;
    private boolean busy;
    private int failed;

    public Postman(Life life, CloudClient cloud, Outbox outbox) {
        this.life = life;
        this.cloud = cloud;
        this.outbox = outbox;
        this.again = life.alarm(this::next);
        cloud.uplink().onChange(this::connectionChanged);
    }

    /** Goes on with what the last life left. */
    public void start() {
        next();
    }

    /** Takes a plain message. */
    public void post(String path, Map<String, String> headers, ObjectNode body) {
        take(new Outbox.Message(path, headers, body, false));
    }

    /** Takes a message that is signed when it is sent, with a fresh {@code nonce} in it. */
    public void postSigned(String path, ObjectNode content) {
        take(new Outbox.Message(path, Map.of(), content, true));
    }

    private void take(Outbox.Message message) {
        outbox.add(message);
        next();
    }

    private void next() {
        if (busy || again.armed() || outbox.first().isEmpty()) {
            return;
        }
        busy = true;
        Outbox.Message message = outbox.first().get();
        life.when(
                cloud.post(message.path(), message.headers(), body(message), BackOff.NONE),
                response -> delivered(),
                failure -> undelivered(CloudTrouble.in(failure)));
    }

    private JsonNode body(Outbox.Message message) {
        if (!message.signed()) {
            return message.content();
        }
        message.content().put("nonce", cloud.identity().nonce());
        return SignedJson.write(message.content(), cloud.identity());
    }

    private void delivered() {
        busy = false;
        failed = 0;
        outbox.removeFirst();
        next();
    }

    private void undelivered(CloudTrouble trouble) {
        if (trouble instanceof CloudTrouble.Refused) {
            delivered();
        } else {
            busy = false;
            failed++;
            again.in(PATIENCE.pause(failed));
        }
    }

    private void connectionChanged() {
        if (again.armed() && cloud.uplink().connected()) {
            again.in(0);
        }
    }
}
