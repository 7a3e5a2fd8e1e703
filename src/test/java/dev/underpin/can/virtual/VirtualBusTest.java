package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.FdNotSupported;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualBusTest {
    private static final long BIT = 2 * Nanos.MICROSECOND;
    private static final int INTERMISSION = 3;

    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus bus = new VirtualBus(time, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
    private final CanPort a = bus.attach("A");
    private final CanPort b = bus.attach("B");
    private final CanPort c = bus.attach("C");
    private final List<String> seen = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    VirtualBusTest() {
        bus.observe((at, sender, frame) -> seen.add(at / BIT + " " + sender + " " + frame));
    }

    private static int bitsUntilEnd(CanFrame frame) {
        return FrameLength.bits(frame) - INTERMISSION;
    }

    private void hear(String name, CanPort port) {
        port.listen(frame -> heard.add(name + " " + frame));
    }

    private List<String> run() {
        time.runUntil(time.now() + Nanos.SECOND);
        return seen;
    }

    @Test
    void aFrameIsSeenDeliveredAndConfirmedAtTheEndOfItsLastBit() {
        CanFrame frame = CanFrame.classic(0x7E0, (byte) 2);
        hear("A", a);
        hear("B", b);
        hear("C", c);

        a.send(frame, () -> heard.add("confirmed at " + time.now() / BIT));

        assertThat(run()).containsExactly("57 A 7E0#02");
        assertThat(heard).containsExactly("B 7E0#02", "C 7E0#02", "confirmed at 57");
    }

    @Test
    void framesFollowEachOtherAfterThreeBitsOfIntermission() {
        CanFrame frame = CanFrame.classic(0x7E0, (byte) 2);
        a.send(frame);
        a.send(frame);

        assertThat(run()).containsExactly("57 A 7E0#02", "117 A 7E0#02");
    }

    @ParameterizedTest(name = "{0} beats {1}")
    @MethodSource("rivals")
    void theDominantIdentifierWins(CanFrame winner, CanFrame loser) {
        a.send(loser);
        b.send(winner);

        int first = bitsUntilEnd(winner);
        int second = first + INTERMISSION + bitsUntilEnd(loser);
        assertThat(run()).containsExactly(first + " B " + winner, second + " A " + loser);
    }

    static Object[][] rivals() {
        return new Object[][] {
            {CanFrame.classic(0x100), CanFrame.classic(0x101)},
            {CanFrame.classic(0x000), CanFrame.classic(0x7FF)},
            {CanFrame.classic(0x123), CanFrame.extended(0x123 << 18)},
            {CanFrame.extended(0x122 << 18 | 0x3FFFF), CanFrame.classic(0x123)},
            {CanFrame.classic(0x123), CanFrame.remote(0x123, false, 0)},
            {CanFrame.remote(0x123, false, 0), CanFrame.extended(0x123 << 18)},
            {CanFrame.extended(0x1234567), CanFrame.remote(0x1234567, true, 0)},
            {CanFrame.extended(0x1234567), CanFrame.extended(0x1234568)},
            {CanFrame.extended(0x1FFFFFFE), CanFrame.remote(0x1FFFFFFF, true, 8)},
        };
    }

    @Test
    void aFrameOnTheWireIsNotInterruptedByAMoreUrgentOne() {
        a.send(CanFrame.classic(0x700));
        time.runUntil(10 * BIT);
        b.send(CanFrame.classic(0x001));
        a.send(CanFrame.classic(0x100));

        assertThat(run()).extracting(line -> line.split(" ", 2)[1]).containsExactly("A 700#", "B 001#", "A 100#");
    }

    @Test
    void aNodeSendsItsMostUrgentFrameFirstAndEqualOnesInOrder() {
        a.send(CanFrame.classic(0x300, (byte) 1));
        a.send(CanFrame.classic(0x200, (byte) 2));
        a.send(CanFrame.classic(0x300, (byte) 3));
        a.send(CanFrame.classic(0x100, (byte) 4));
        a.send(CanFrame.classic(0x200, (byte) 5));

        assertThat(run())
                .extracting(line -> line.split(" ", 3)[2])
                .containsExactly("100#04", "200#02", "200#05", "300#01", "300#03");
    }

    @Test
    void aCanFdFrameTakesItsDataPhaseAtTheDataRate() {
        CanFrame frame = CanFrame.fd(0x555, false, true, new byte[64]);
        List<Long> ends = new ArrayList<>();
        bus.observe((at, sender, any) -> ends.add(at));

        a.send(frame);
        run();

        int nominal = FrameLength.nominalBits(frame) - INTERMISSION;
        assertThat(ends).containsExactly(nominal * BIT + FrameLength.dataBits(frame) * BIT / 4);
    }

    @Test
    void aClassicalBusRefusesACanFdFrame() {
        CanPort classical = new VirtualBus(time, "chassis", BusTiming.classic(500_000), new Entropy(1)).attach("INV");

        assertThatThrownBy(() -> classical.send(CanFrame.fd(0x10, false, true)))
                .isInstanceOf(FdNotSupported.class)
                .hasMessageContaining("chassis")
                .hasMessageContaining("INV");
    }

    @Test
    void aLoneNodeRepeatsUntilSomebodyHasHeardElevenRecessiveBitsAndAcknowledges() {
        CanFrame frame = CanFrame.classic(0x7E0, (byte) 2);
        int untilAcknowledgement = bitsUntilEnd(frame) - 1 - 7;
        int passiveErrorFrame = 6 + 8;
        int suspend = 8;
        b.power(false);
        c.power(false);

        a.send(frame, () -> heard.add("confirmed"));
        time.runUntil(3000 * BIT);
        assertThat(seen).isEmpty();
        assertThat(heard).isEmpty();
        b.power(true);
        time.runUntil(4000 * BIT);

        int second = 3001 + untilAcknowledgement + passiveErrorFrame + INTERMISSION + suspend;
        assertThat(seen).containsExactly((second + bitsUntilEnd(frame)) + " A 7E0#02");
        assertThat(heard).containsExactly("confirmed");
    }

    @Test
    void aLoneNodeStillLetsItsMoreUrgentFramesPass() {
        b.power(false);
        c.power(false);
        a.send(CanFrame.classic(0x200));
        time.runUntil(Nanos.MILLISECOND);
        a.send(CanFrame.classic(0x100));
        time.runUntil(2 * Nanos.MILLISECOND);
        b.power(true);

        assertThat(run()).extracting(line -> line.split(" ", 3)[2]).containsExactly("100#", "200#");
    }

    @Test
    void losingItsSupplyANodeLosesItsQueueAndTheFrameOnTheWire() {
        a.send(CanFrame.classic(0x100), () -> heard.add("confirmed"));
        a.send(CanFrame.classic(0x101), () -> heard.add("confirmed"));
        time.runUntil(20 * BIT);
        hear("B", b);

        a.power(false);
        a.send(CanFrame.classic(0x102));
        b.send(CanFrame.classic(0x300));
        c.listen(frame -> heard.add("C " + frame + " at " + time.now() / BIT));

        assertThat(run()).hasSize(1);
        int begunBit = 1;
        int idle = 20 + begunBit + 6 + 6 + 8 + INTERMISSION;
        assertThat(heard).containsExactly("C 300# at " + (idle + bitsUntilEnd(CanFrame.classic(0x300))));
    }

    @Test
    void aNodePoweredUpWithinAFrameHearsFromTheNextOneOn() {
        hear("B", b);
        b.power(false);
        a.send(CanFrame.classic(0x100));
        a.send(CanFrame.classic(0x101));
        time.runUntil(20 * BIT);
        b.power(true);

        run();

        assertThat(heard).containsExactly("B 101#");
    }

    @Test
    void whatIsQueuedWithinACallBackCompetesAtTheNextIdle() {
        CanFrame answer = CanFrame.classic(0x050);
        b.listen(frame -> {
            if (frame.id() == 0x100) {
                b.send(answer);
            }
        });
        a.send(CanFrame.classic(0x100));
        c.send(CanFrame.classic(0x200));

        assertThat(run()).extracting(line -> line.split(" ", 3)[2]).containsExactly("100#", "050#", "200#");
    }

    @Test
    void aFrameThatWaitsBehindAnotherOfItsNodeIsNotLostWhenAListenerAnswersTheFirst() {
        b.listen(frame -> b.send(CanFrame.classic(0x300)));
        a.send(CanFrame.classic(0x100), () -> heard.add("100 confirmed"));
        a.send(CanFrame.classic(0x200), () -> heard.add("200 confirmed"));

        assertThat(run()).extracting(line -> line.split(" ", 3)[2]).containsExactly("100#", "200#", "300#", "300#");
        assertThat(heard).containsExactly("100 confirmed", "200 confirmed");
    }

    @Test
    void aMoreUrgentFrameQueuedInTheIntermissionGoesFirst() {
        a.send(CanFrame.classic(0x100));
        a.send(CanFrame.classic(0x200));
        time.runUntil((bitsUntilEnd(CanFrame.classic(0x100)) + 2) * BIT);
        c.send(CanFrame.classic(0x150));

        assertThat(run()).extracting(line -> line.split(" ", 3)[2]).containsExactly("100#", "150#", "200#");
    }

    @Test
    void aFrameThatWaitsForTheEndOfTheIntermissionCanBeAborted() {
        a.send(CanFrame.classic(0x100));
        a.send(CanFrame.classic(0x200));
        time.runUntil((bitsUntilEnd(CanFrame.classic(0x100)) + 1) * BIT);

        assertThat(a.abort(CanFrame.classic(0x200))).isTrue();
        assertThat(run()).hasSize(1);
    }

    @Test
    void aListenerMayCutASupplyWhileTheFrameIsHandedOut() {
        hear("C", c);
        b.listen(frame -> c.power(false));
        b.listen(frame -> a.power(false));

        a.send(CanFrame.classic(0x100), () -> heard.add("confirmed"));

        assertThat(run()).hasSize(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void twoRunsOfOneTrafficAreEqual() {
        assertThat(traffic()).isEqualTo(traffic()).hasSizeGreaterThan(1000);
    }

    private static List<String> traffic() {
        VirtualScheduler clock = new VirtualScheduler();
        VirtualBus medium = new VirtualBus(clock, "drive", new BusTiming(500_000, 2_000_000), new Entropy(1));
        List<String> lines = new ArrayList<>();
        medium.observe((at, sender, frame) -> lines.add(at + sender + frame));
        for (int node = 0; node < 5; node++) {
            cyclic(clock, medium.attach("N" + node), 0x100 + node, (node + 1) * Nanos.MILLISECOND);
        }
        clock.runUntil(Nanos.SECOND);
        return lines;
    }

    private static void cyclic(VirtualScheduler clock, CanPort port, int id, long period) {
        port.send(CanFrame.classic(id, (byte) clock.now()));
        clock.after(period, () -> cyclic(clock, port, id, period));
    }
}
