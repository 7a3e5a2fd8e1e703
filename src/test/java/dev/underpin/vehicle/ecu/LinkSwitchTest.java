package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.ServerLink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkSwitchTest implements ServerLink {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final List<String> sent = new ArrayList<>();
    private Listener tester = (message, functional) -> {};
    private final LinkSwitch links = new LinkSwitch(scheduler);

    LinkSwitchTest() {
        links.attach(this);
        links.listen((message, functional) -> {});
        links.live(true);
    }

    @Test
    void tester_present_to_all_while_a_request_is_served_does_not_lose_its_answer() {
        hear("3101FF00", false);
        pass(40);
        say("7F3178");
        pass(2000);
        hear("3E80", true);
        pass(2000);

        say("7101FF0000");

        assertThat(sent).containsExactly("7F3178", "7101FF0000");
    }

    @Test
    void a_request_right_after_one_that_met_with_silence_has_all_its_time() {
        hear("3E80", true);
        pass(40);
        hear("22F190", false);
        pass(50);

        say("62F19001");

        assertThat(sent).containsExactly("62F19001");
    }

    @Test
    void who_was_told_to_come_again_does_not_keep_the_others_out() {
        hear("22F190", false);
        say("62F19001");
        hear("22F191", false);
        say("7F2221");
        pass(100);
        List<String> other = new ArrayList<>();
        TestWay way = new TestWay(other);
        links.attach(way);

        way.tester.request(HexFormat.of().parseHex("22F192"), false);
        say("62F19202");

        assertThat(other).containsExactly("62F19202");
    }

    private static final class TestWay implements ServerLink {
        private final List<String> heard;
        private Listener tester = (message, functional) -> {};

        TestWay(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void send(byte[] response, Runnable done) {
            heard.add(HexFormat.of().withUpperCase().formatHex(response));
            done.run();
        }

        @Override
        public void listen(Listener listener) {
            tester = listener;
        }
    }

    private void hear(String message, boolean functional) {
        tester.request(HexFormat.of().parseHex(message), functional);
    }

    private void say(String message) {
        links.send(HexFormat.of().parseHex(message), () -> {});
    }

    private void pass(long millis) {
        scheduler.runUntil(scheduler.now() + millis * Nanos.MILLISECOND);
    }

    @Override
    public void send(byte[] response, Runnable done) {
        sent.add(HexFormat.of().withUpperCase().formatHex(response));
        done.run();
    }

    @Override
    public void listen(Listener listener) {
        tester = listener;
    }
}
