package dev.underpin.doip;

/**
 * What an entity has room for (ISO 13400-2:2019 table 11 and clause 7.3).
 *
 * @param sockets concurrent TCP_DATA sockets (MCTS), 1 to 255; one more is taken to tell its tester that there are no more
 * @param data longest payload of a message, bytes (MDS)
 * @param memory bytes that may wait for targets altogether
 * @param waiting messages that may wait for one target
 * @param echo how much of a message its acknowledgement repeats, bytes
 */
public record EntityLimits(int sockets, int data, int memory, int waiting, int echo) {
    /** 8 sockets, payloads of 1 MiB, 4 MiB in all, 16 messages for each target, nothing repeated. */
    public static final EntityLimits STANDARD = new EntityLimits(8, 1 << 20, 1 << 22, 16, 0);

    /** The same with so many sockets. */
    public EntityLimits sockets(int number) {
        return new EntityLimits(number, data, memory, waiting, echo);
    }

    /** The same with so much memory. */
    public EntityLimits memory(int bytes) {
        return new EntityLimits(sockets, data, bytes, waiting, echo);
    }

    /** The same with room for so many messages for each target. */
    public EntityLimits waiting(int messages) {
        return new EntityLimits(sockets, data, memory, messages, echo);
    }

    /** The same with acknowledgements that repeat so much. */
    public EntityLimits echo(int bytes) {
        return new EntityLimits(sockets, data, memory, waiting, bytes);
    }
}
