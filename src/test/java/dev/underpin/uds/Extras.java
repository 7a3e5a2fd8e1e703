package dev.underpin.uds;

import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Authentication;
import dev.underpin.uds.server.FileStore;
import dev.underpin.uds.server.LinkRates;
import dev.underpin.uds.server.MemoryRange;
import dev.underpin.uds.server.Output;
import dev.underpin.uds.server.SecuredChannel;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the ECU double has for the services that not every ECU offers. */
public final class Extras {
    /** Cells at 2000, readable from every session, writable unlocked. */
    public final byte[] cells = new byte[0x100];

    public final Map<String, byte[]> files = new TreeMap<>();

    /** What was done with output and link. */
    public final List<String> done = new ArrayList<>();

    public int lastCounter;
    private byte output = 5;

    MemoryRange range() {
        return new MemoryRange(
                0x2000, cells.length, Access.ANYWHERE, Access.NOT_DEFAULT.unlocked(1), new MemoryRange.Memory() {
                    @Override
                    public byte[] read(int offset, int length) {
                        return Arrays.copyOfRange(cells, offset, offset + length);
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

    /** A certificate is the code of its flaw, or 00; the proof repeats the challenge. */
    static Authentication authentication() {
        return new Authentication() {
            @Override
            public Certified judge(byte[] certificate) {
                Nrc flaw = Nrc.of(certificate[0]);
                boolean certificates = flaw != null && flaw.name().startsWith("CERTIFICATE");
                NegativeResponse.unlessPositive(certificates || flaw == Nrc.POSITIVE ? flaw : Nrc.CERTIFICATE_FORMAT);
                return new Certified(new NoKey(), "workshop");
            }

            @Override
            public byte[] challenge() {
                return new byte[] {0x0C, 0x0D};
            }

            @Override
            public boolean proves(Certified tester, byte[] challenge, byte[] proof) {
                return Arrays.equals(challenge, proof);
            }
        };
    }

    SecuredChannel channel() {
        return new SecuredChannel() {
            @Override
            public byte[] code(byte[] message) {
                return new byte[] {(byte) Arrays.hashCode(message), (byte) message.length};
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

    private static final class NoKey implements PublicKey {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "none";
        }

        @Override
        public String getFormat() {
            return "none";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
