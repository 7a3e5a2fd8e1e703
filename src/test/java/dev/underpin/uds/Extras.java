package dev.underpin.uds;

import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Authentication;
import dev.underpin.uds.server.EventMemory;
import dev.underpin.uds.server.FileStore;
import dev.underpin.uds.server.LinkRates;
import dev.underpin.uds.server.MemoryRange;
import dev.underpin.uds.server.Output;
import dev.underpin.uds.server.SecuredChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the ECU double has for the services that not every ECU offers. */
public final class Extras {
    /** Cells at 2000, readable from every session, writable unlocked. */
    public final byte[] cells = new byte[0x100];

    public final Map<String, byte[]> files = new TreeMap<>();

    /** What was done with output and link. */
    public final List<String> done = new ArrayList<>();

    /** The requests of stored events. */
    public final List<byte[]> storedEvents = new ArrayList<>();

    /** The lamps behind identifier 9B10. */
    public final byte[] lamps = {1, 2, 3};

    public Access readAccess = Access.ANYWHERE;
    public Nrc uploadResult = Nrc.POSITIVE;
    public int lastCounter;
    byte @Nullable [] keptCertificate;
    private byte output = 5;

    MemoryRange range() {
        return new MemoryRange(
                0x2000, cells.length, readAccess, Access.NOT_DEFAULT.unlocked(1), new MemoryRange.Memory() {
                    @Override
                    public byte[] read(int offset, int length) {
                        return Arrays.copyOfRange(cells, offset, offset + length);
                    }

                    @Override
                    public Nrc upload() {
                        return uploadResult;
                    }

                    @Override
                    public Nrc write(int offset, byte[] data) {
                        System.arraycopy(data, 0, cells, offset, data.length);
                        return Nrc.POSITIVE;
                    }
                });
    }

    Output output() {
        return new Output() {
            @Override
            public Access access() {
                return Access.NOT_DEFAULT;
            }

            @Override
            public byte[] state() {
                return new byte[] {output};
            }

            @Override
            public boolean accepts(byte[] state) {
                return state[0] >= 0;
            }

            @Override
            public void adjust(byte[] state) {
                output = state[0];
                done.add("adjust " + output);
            }

            @Override
            public void freeze() {
                done.add("freeze");
            }

            @Override
            public void resetToDefault() {
                output = 0;
                done.add("default");
            }

            @Override
            public void release() {
                output = 5;
                done.add("release");
            }
        };
    }

    /** Three lamps, each a parameter. */
    Output lamps(Set<Integer> meant) {
        return new Output() {
            @Override
            public Access access() {
                return Access.NOT_DEFAULT;
            }

            @Override
            public byte[] state() {
                return lamps.clone();
            }

            @Override
            public int parameters() {
                return lamps.length;
            }

            @Override
            public Output only(Set<Integer> parameters) {
                return lamps(parameters);
            }

            @Override
            public boolean accepts(byte[] state) {
                return meant.stream().allMatch(lamp -> state[lamp] >= 0);
            }

            @Override
            public void adjust(byte[] state) {
                meant.forEach(lamp -> lamps[lamp] = state[lamp]);
            }

            @Override
            public void freeze() {}

            @Override
            public void resetToDefault() {
                meant.forEach(lamp -> lamps[lamp] = 0);
            }

            @Override
            public void release() {
                meant.forEach(lamp -> done.add("release lamp " + lamp));
            }
        };
    }

    /** A certificate is the code of its flaw, or 00, and the role; the proof repeats the challenge, the ECU's own is its last byte. */
    Authentication authentication() {
        return new DoubleAuthentication(this);
    }

    /** Codes are two bytes, a nonce turns every bit of a text. */
    SecuredChannel channel() {
        return new SecuredChannel() {
            @Override
            public boolean calculates(int calculation) {
                return calculation == 0;
            }

            @Override
            public byte[] code(byte[] message) {
                return new byte[] {(byte) Arrays.hashCode(message), (byte) message.length};
            }

            @Override
            public byte[] encrypt(byte[] nonce, byte[] text) {
                byte[] turned = text.clone();
                for (int i = 0; i < turned.length; i++) {
                    turned[i] ^= (byte) (0xF0 | nonce[2]);
                }
                return turned;
            }

            @Override
            public byte[] decrypt(byte[] nonce, byte[] text) {
                return encrypt(nonce, text);
            }

            @Override
            public int lastCounter() {
                return lastCounter;
            }

            @Override
            public void lastCounter(int counter) {
                lastCounter = counter;
            }
        };
    }

    EventMemory events() {
        return new EventMemory() {
            @Override
            public List<byte[]> stored() {
                return List.copyOf(storedEvents);
            }

            @Override
            public void store(List<byte[]> requests) {
                storedEvents.clear();
                storedEvents.addAll(requests);
            }
        };
    }

    LinkRates rates() {
        return new LinkRates() {
            @Override
            public boolean possible(long bitsPerSecond) {
                return bitsPerSecond == 500_000 || bitsPerSecond == 666_666;
            }

            @Override
            public void change(long bitsPerSecond) {
                done.add("rate " + bitsPerSecond);
            }

            @Override
            public void restore() {
                done.add("rate restored");
            }
        };
    }

    FileStore store() {
        return new FileStore() {
            @Override
            public Access access() {
                return Access.NOT_DEFAULT;
            }

            @Override
            public List<String> names() {
                return List.copyOf(files.keySet());
            }

            @Override
            public byte @Nullable [] read(String name) {
                return files.get(name);
            }

            @Override
            public boolean hasRoom(String name, long size) {
                return size <= 100;
            }

            @Override
            public Nrc write(String name, byte[] content) {
                files.put(name, content);
                return Nrc.POSITIVE;
            }

            @Override
            public Nrc delete(String name) {
                files.remove(name);
                return Nrc.POSITIVE;
            }
        };
    }
}
