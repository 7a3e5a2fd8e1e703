package dev.underpin.vehicle.telematics.unit;

import dev.underpin.time.Alarm;
import dev.underpin.vehicle.telematics.BackOff;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** Asks the cloud for messages, in order, each once. */
final class Mailbox {
    private final Life life;
    private final CloudClient cloud;
    private final TelematicsMemory memory;
    private final LongSupplier period;
    private final Consumer<JsonNode> reader;
    private final Alarm poll;
    private boolean asking;

    /** @param period nanoseconds until the next look, asked for anew each second */
    Mailbox(Life life, CloudClient cloud, TelematicsMemory memory, LongSupplier period, Consumer<JsonNode> reader) {
        this.life = life;
        this.cloud = cloud;
        this.memory = memory;
        this.period = period;
        this.reader = reader;
        this.poll = life.alarm(this::poll);
    }

    void start() {
        poll();
    }

    /** The period may have become shorter. */
    void hurry() {
        poll.in(period.getAsLong());
    }

    private void poll() {
        poll.in(period.getAsLong());
        if (!asking && cloud.uplink().connected()) {
            asking = true;
            life.when(
                    cloud.get(cloud.path("/mailbox?after=" + memory.mailRead()), BackOff.NONE),
                    this::read,
                    failure -> asking = false);
        }
    }

    private void read(Response response) {
        asking = false;
        for (JsonNode message : Json.lenient(response.body()).path("messages")) {
            long number = message.path("seq").asLong(0);
            if (number > memory.mailRead()) {
                memory.mailRead(number);
                reader.accept(message);
            }
        }
    }
}
