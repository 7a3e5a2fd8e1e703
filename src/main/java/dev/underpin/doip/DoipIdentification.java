package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.time.Entropy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What an entity says over UDP (ISO 13400-2:2019 clauses 7.3, 7.4 and 7.8): announcements, who it is, its status, its power mode, and
 * refusals of headers. Refusals and the answers of others are never answered.
 */
final class DoipIdentification {
    private static final int EID_LENGTH = 6;
    private static final int VIN_LENGTH = 17;
    private static final int MAX_WAITING = 64;

    private final DoipEntity entity;
    private final EthernetLink link;
    private final Endpoint self;
    private final EntityIdentity identity;
    private final Entropy entropy;
    private final Alarm announcing;
    private final Deque<Endpoint> askers = new ArrayDeque<>();
    private int announcements;

    DoipIdentification(DoipEntity entity, EthernetLink link, String host, EntityIdentity identity, Entropy entropy) {
        this.entity = entity;
        this.link = link;
        this.self = Endpoint.entity(Transport.UDP, host);
        this.identity = identity;
        this.entropy = entropy;
        announcing = entity.scheduler().alarm(this::announce);
        link.hear(host, self.port(), this::received);
        link.onPower(host, on -> {
            if (on) {
                begin();
            } else {
                announcing.cancel();
                askers.clear();
            }
        });
        begin();
    }

    /** Begins to announce. */
    void begin() {
        announcements = 0;
        announcing.in(someWait());
    }

    private void announce() {
        say(Endpoint.everyone(), announcement(), DoipMessage.VERSION);
        announcements++;
        if (announcements < entity.timing().announcements()) {
            announcing.in(entity.timing().announceInterval());
        }
    }

    private void received(Endpoint from, DoipMessage message) {
        if (!message.hasPattern() && !message.isForAnyVersion()) {
            if (message.type() != DoipType.HEADER_NACK) {
                refuse(from, message, DoipCode.HEADER_INCORRECT_PATTERN);
            }
            return;
        }
        switch (message.type()) {
            case DoipType.HEADER_NACK,
                    DoipType.ANNOUNCEMENT,
                    DoipType.ENTITY_STATUS_RESPONSE,
                    DoipType.POWER_MODE_RESPONSE -> {}
            case DoipType.IDENTIFICATION_REQUEST -> identification(from, message, 0, true);
            case DoipType.IDENTIFICATION_REQUEST_EID ->
                identification(from, message, EID_LENGTH, Arrays.equals(message.payload(), identity.eid()));
            case DoipType.IDENTIFICATION_REQUEST_VIN ->
                identification(from, message, VIN_LENGTH, Arrays.equals(message.payload(), identity.vinBytes()));
            case DoipType.ENTITY_STATUS_REQUEST -> answer(from, message, status());
            case DoipType.POWER_MODE_REQUEST ->
                answer(from, message, DoipMessage.of(DoipType.POWER_MODE_RESPONSE, (byte)
                        identity.powerMode().getAsInt()));
            default -> refuse(from, message, DoipCode.HEADER_UNKNOWN_TYPE);
        }
    }

    private void identification(Endpoint from, DoipMessage message, int length, boolean meant) {
        if (isRefused(from, message, length)) {
            return;
        }
        if (meant && askers.size() < MAX_WAITING) {
            entity.asked(from.host());
            askers.add(from);
            int version = message.hasPattern() ? message.version() : DoipMessage.VERSION;
            entity.scheduler().after(someWait(), () -> {
                if (askers.remove(from)) {
                    say(from, announcement(), version);
                }
            });
        }
    }

    private void answer(Endpoint from, DoipMessage message, DoipMessage answer) {
        if (!isRefused(from, message, 0)) {
            entity.asked(from.host());
            say(from, answer, message.version());
        }
    }

    private boolean isRefused(Endpoint from, DoipMessage message, int length) {
        if (message.length() > entity.limits().data()) {
            refuse(from, message, DoipCode.HEADER_TOO_LARGE);
            return true;
        }
        if (!message.isWhole() || message.payload().length != length) {
            refuse(from, message, DoipCode.HEADER_INVALID_LENGTH);
            return true;
        }
        return false;
    }

    private void refuse(Endpoint from, DoipMessage message, int code) {
        say(from, DoipMessage.headerNack(code), message.hasPattern() ? message.version() : DoipMessage.VERSION);
    }

    private DoipMessage announcement() {
        return VehicleAnnouncement.of(identity, entity.address()).message();
    }

    private DoipMessage status() {
        return DoipMessage.of(
                DoipType.ENTITY_STATUS_RESPONSE,
                ByteBuffer.allocate(3 + Integer.BYTES)
                        .put((byte) (identity.gateway() ? 0x00 : 0x01))
                        .put((byte) entity.limits().sockets())
                        .put((byte) Math.min(
                                entity.sockets().open().size(), entity.limits().sockets()))
                        .putInt(entity.limits().data())
                        .array());
    }

    private void say(Endpoint to, DoipMessage message, int version) {
        link.datagram(self, to, message.in(version));
    }

    private long someWait() {
        return entropy.below(entity.timing().announceWait() + 1);
    }
}
