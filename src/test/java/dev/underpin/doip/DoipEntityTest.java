package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.TesterLink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entity before a tester that speaks bytes. */
class DoipEntityTest implements TesterLink {
    private static final String ACTIVATE = "03fc0005000000070e800000000000";

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final EthernetLink link = new EthernetLink(scheduler);
    private final DoipEntity entity = new DoipEntity(scheduler, link, "GW", 0x1001, DoipTiming.STANDARD);
    private final List<String> heard = new ArrayList<>();
    private final List<String> carriedOn = new ArrayList<>();
    private Consumer<byte[]> ecuBehind = message -> {};
    private boolean ecuReachable = true;
    private String ended = "";

    @BeforeEach
    void connected() {
        entity.route(0x1011, this, 4095, () -> ecuReachable);
        link.connect("TCU", "GW", Nanos.SECOND, this::use, why -> ended = why);
        pass(Nanos.MILLISECOND);
    }

    private DoipConnection connection = new DoipConnection(link, new EthernetPort("none"), Endpoint.everyone(), "");

    private void use(DoipConnection opened) {
        connection = opened;
        opened.listen(message -> heard.add(HexFormat.of().formatHex(message.encode())), why -> ended = why);
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        carriedOn.add(HexFormat.of().formatHex(request));
        sent.run();
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        ecuBehind = message;
    }

    @Test
    void a_tester_activates_routing() {
        say(ACTIVATE);

        assertThat(heard).containsExactly("03fc0006000000090e8010011000000000");
    }

    @ParameterizedTest(name = "{0} is answered with {1}")
    @CsvSource({
        "03fc0005000000070d800000000000, 03fc0006000000090d8010010000000000",
        "03fc0005000000070e80ff00000000, 03fc0006000000090e8010010600000000",
        "03fb0005000000070e800000000000, 03fc00000000000100",
        "03fc0005000000060e8000000000, 03fc00000000000104",
        "03fc0005000000080e800000000000, 03fc00000000000104",
        "03fc8001000000060e8010113e00, 03fc80030000000510110e8002"
    })
    void a_tester_that_does_not_get_in_is_told_why_and_left(String request, String answer) {
        say(request);

        assertThat(heard).containsExactly(answer);
        assertThat(ended).isEqualTo("closed by GW");
    }

    @ParameterizedTest(name = "{0} is answered with {1}")
    @CsvSource({
        "03fc4001000000000, 03fc00000000000101",
        "03fc800100200000ffff, 03fc00000000000102",
        "03fc8001000000060e8012343e00, 03fc80030000000512340e8003"
    })
    void a_request_that_the_entity_cannot_take_is_refused_and_the_connection_stays(String request, String answer) {
        say(ACTIVATE);
        heard.clear();

        say(request.length() % 2 == 0 ? request : request.substring(0, request.length() - 1));

        assertThat(heard).containsExactly(answer);
        assertThat(ended).isEmpty();
    }

    @Test
    void another_source_address_on_the_same_connection_is_refused() {
        say(ACTIVATE);
        heard.clear();

        say("03fc0005000000070e810000000000");

        assertThat(heard).containsExactly("03fc0006000000090e8110010200000000");
        assertThat(ended).isEqualTo("closed by GW");
    }

    @Test
    void a_message_for_an_ecu_behind_is_acknowledged_and_carried_on_and_every_answer_comes_back() {
        say(ACTIVATE);
        heard.clear();

        say("03fc8001000000060e8010113e00");
        ecuBehind.accept(new byte[] {0x7F, 0x3E, 0x78});
        ecuBehind.accept(new byte[] {0x7E, 0x00});
        pass(Nanos.MILLISECOND);

        assertThat(carriedOn).containsExactly("3e00");
        assertThat(heard)
                .containsExactly(
                        "03fc80020000000510110e8000", "03fc80010000000710110e807f3e78", "03fc80010000000610110e807e00");
    }

    @Test
    void a_target_whose_network_is_down_is_unreachable() {
        say(ACTIVATE);
        heard.clear();
        ecuReachable = false;

        say("03fc8001000000060e8010113e00");

        assertThat(heard).containsExactly("03fc80030000000510110e8006");
        assertThat(carriedOn).isEmpty();
    }

    @Test
    void a_functional_message_reaches_the_own_server_and_the_ecus_behind() {
        List<String> own = new ArrayList<>();
        entity.server().listen((message, functional) -> own.add(HexFormat.of().formatHex(message) + functional));
        entity.routeFunctional(this, 7);
        say(ACTIVATE);

        say("03fc8001000000060e80e4003e80");

        assertThat(own).containsExactly("3e80true");
        assertThat(carriedOn).containsExactly("3e80");
    }

    @Test
    void a_connection_without_activation_is_closed_after_two_seconds() {
        pass(2100 * Nanos.MILLISECOND);

        assertThat(ended).isEqualTo("closed by GW");
    }

    @Test
    void a_quiet_connection_is_closed_after_five_minutes() {
        say(ACTIVATE);
        pass(4 * Nanos.MINUTE);
        assertThat(ended).isEmpty();

        pass(2 * Nanos.MINUTE);

        assertThat(ended).isEqualTo("closed by GW");
    }

    private void say(String bytes) {
        connection.send(DoipMessage.decode(HexFormat.of().parseHex(bytes)));
        pass(Nanos.MILLISECOND);
    }

    private void pass(long nanos) {
        scheduler.runUntil(scheduler.now() + nanos);
    }
}
