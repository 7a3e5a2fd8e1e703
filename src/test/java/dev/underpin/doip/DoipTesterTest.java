package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.EcuDouble;
import dev.underpin.uds.Session;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.Wire;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.Download;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.uds.server.UdsServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DoipTesterTest {
    private static final int IVI = 0x1021;
    private static final int BMS = 0x1011;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final EthernetLink link = new EthernetLink(scheduler);
    private final Wire can = new Wire(scheduler);
    private final DoipEntity ivi = new DoipEntity(scheduler, link, "IVI", IVI, DoipTiming.STANDARD);
    private final DoipEntity gateway = new DoipEntity(scheduler, link, "GW", 0x1001, DoipTiming.STANDARD);
    private final DoipTester tester = new DoipTester(scheduler, link, "TCU", 0x0E80, DoipTiming.STANDARD);
    private final EcuDouble iviEcu = new EcuDouble();
    private final UdsServer iviServer = new UdsServer(scheduler, ivi.server(), iviEcu, ServerTiming.STANDARD);
    private final UdsServer bmsServer =
            new UdsServer(scheduler, can.serverLink(), new EcuDouble(), ServerTiming.STANDARD);
    private final UdsClient iviClient = new UdsClient(scheduler, tester.tester("IVI", IVI), ClientTiming.STANDARD);
    private final UdsClient bmsClient = new UdsClient(scheduler, tester.tester("GW", BMS), ClientTiming.STANDARD);

    DoipTesterTest() {
        gateway.route(BMS, can.testerLink());
    }

    @Test
    void an_ecu_on_the_segment_answers() {
        assertThat(got(iviClient.readDid(0xF18C))).containsExactly(7);
    }

    @Test
    void an_ecu_behind_the_gateway_answers() {
        assertThat(got(bmsClient.readDid(0xF18C))).containsExactly(7);
    }

    @Test
    void a_target_that_the_gateway_does_not_know_is_a_transport_error() {
        UdsClient client = new UdsClient(scheduler, tester.tester("GW", 0x1234), ClientTiming.STANDARD);

        assertThat(error(client.readDid(0xF18C))).hasMessageContaining("refused by the DoIP entity with 03");
    }

    @Test
    void a_host_without_power_gives_no_answer_and_answers_again_when_it_has_power() {
        got(iviClient.readDid(0xF18C));
        link.power("IVI", false);
        iviServer.powerOff();
        assertThat(error(iviClient.readDid(0xF18C)).kind()).isEqualTo(UdsError.Kind.TRANSPORT);
        assertThat(error(iviClient.readDid(0xF18C))).hasMessageContaining("no answer from IVI");

        link.power("IVI", true);
        iviServer.powerOn();

        assertThat(got(iviClient.readDid(0xF18C))).containsExactly(7);
    }

    @Test
    void a_host_that_was_off_for_a_moment_resets_the_old_connection() {
        got(iviClient.readDid(0xF18C));
        link.power("IVI", false);
        link.power("IVI", true);

        assertThat(error(iviClient.readDid(0xF18C))).hasMessageContaining("connection reset by IVI");
        assertThat(got(iviClient.readDid(0xF18C))).containsExactly(7);
    }

    @Test
    void a_host_that_listens_not_refuses_the_connection() {
        UdsClient client = new UdsClient(scheduler, tester.tester("NAV", 0x1022), ClientTiming.STANDARD);

        assertThat(error(client.readDid(0xF18C))).hasMessageContaining("connection refused by NAV");
    }

    @Test
    void a_tester_that_the_entity_does_not_allow_is_told_so() {
        ivi.activate(ActivationRules.STANDARD.testers(address -> false));

        assertThat(error(iviClient.readDid(0xF18C))).hasMessageContaining("routing activation denied by IVI: 00");
    }

    @Test
    void an_alive_check_is_answered_so_that_the_connection_stays() {
        gateway.limit(EntityLimits.STANDARD.sockets(1));
        got(bmsClient.readDid(0xF18C));
        DoipTester other = new DoipTester(scheduler, link, "LAB", 0x0E81, DoipTiming.STANDARD);
        UdsClient late = new UdsClient(scheduler, other.tester("GW", BMS), ClientTiming.STANDARD);

        assertThat(error(late.readDid(0xF18C))).hasMessageContaining("routing activation denied by GW: 01");
        assertThat(got(bmsClient.readDid(0xF18C))).containsExactly(7);
    }

    @Test
    void an_entity_that_wants_tls_gets_it() {
        gateway.secure();
        gateway.activate(ActivationRules.MUTUAL_TLS);
        tester.certified("tester");

        assertThat(got(bmsClient.readDid(0xF18C))).containsExactly(7);
    }

    @Test
    void an_entity_that_wants_tls_and_offers_none_is_a_typed_failure() {
        List<DoipFailure> failures = failures();
        gateway.activate(ActivationRules.MUTUAL_TLS);

        error(bmsClient.readDid(0xF18C));

        assertThat(failures).containsExactly(new DoipFailure.NotConnected("GW", "connection refused by GW"));
    }

    @Test
    void refusals_and_overdue_answers_are_typed_failures() {
        List<DoipFailure> failures = failures();
        error(new UdsClient(scheduler, tester.tester("GW", 0x1234), ClientTiming.STANDARD).readDid(0xF18C));
        ivi.activate(ActivationRules.STANDARD.testers(address -> false));
        error(iviClient.readDid(0xF18C));
        link.cut("GW", true);
        error(bmsClient.readDid(0xF18C));

        assertThat(failures)
                .containsExactly(
                        new DoipFailure.MessageRefused("GW", 0x1234, 0x03),
                        new DoipFailure.ActivationDenied("IVI", 0x00),
                        new DoipFailure.Overdue("GW"));
    }

    @Test
    void an_acknowledgement_that_is_two_seconds_late_is_given_up() {
        got(bmsClient.readDid(0xF18C));
        long begun = scheduler.now();
        link.cut("GW", true);

        error(bmsClient.readDid(0xF18C));

        assertThat(scheduler.now() - begun).isEqualTo(2 * Nanos.SECOND);
    }

    @Test
    void an_activation_that_is_two_seconds_late_is_given_up() {
        List<DoipFailure> failures = failures();
        link.listen("MUTE", Transport.TCP, connection -> {});
        List<Long> failed = new ArrayList<>();
        tester.tester("MUTE", 1).send(new byte[] {0x3E, 0}, () -> {}, why -> failed.add(scheduler.now()));
        scheduler.runUntil(10 * Nanos.SECOND);

        assertThat(failed)
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(2 * Nanos.SECOND, 2 * Nanos.SECOND + Nanos.MILLISECOND));
        assertThat(failures).containsExactly(new DoipFailure.Overdue("MUTE"));
    }

    @Test
    void an_acknowledgement_is_for_the_message_that_it_repeats() {
        List<DoipConnection> connections = new ArrayList<>();
        link.listen("ODD", Transport.TCP, connection -> {
            connections.add(connection);
            connection.listen(
                    message -> {
                        if (message.type() == DoipType.ROUTING_ACTIVATION_REQUEST) {
                            connection.send(DoipMessage.activationResponse(0x0E80, 1, 0x10));
                        }
                    },
                    why -> {});
        });
        List<String> outcomes = new ArrayList<>();
        TesterLink odd = tester.tester("ODD", 1);
        odd.send(new byte[] {0x3E, 0}, () -> outcomes.add("first"), why -> outcomes.add("first " + why));
        odd.send(new byte[] {0x11, 1}, () -> outcomes.add("second"), why -> outcomes.add("second " + why));
        scheduler.runUntil(Nanos.SECOND);

        DoipMessage second = DoipMessage.diagnostic(0x0E80, 1, new byte[] {0x11, 1});
        connections.getFirst().send(DoipMessage.acknowledgement(second, 0x05, 2));
        scheduler.runUntil(scheduler.now() + Nanos.SECOND);

        assertThat(outcomes).containsExactly("second refused by the DoIP entity with 05");
    }

    @Test
    void answers_that_are_too_short_are_passed_over() {
        link.listen(
                "ODD",
                Transport.TCP,
                connection -> connection.listen(
                        message -> {
                            for (int type : new int[] {0x0000, 0x0006, 0x8001, 0x8002, 0x8003}) {
                                connection.send(DoipMessage.of(type));
                            }
                        },
                        why -> {}));
        List<DoipFailure> failures = failures();
        tester.tester("ODD", 1).send(new byte[] {0x3E, 0}, () -> {}, why -> {});
        scheduler.runUntil(10 * Nanos.SECOND);

        assertThat(failures).containsExactly(new DoipFailure.Overdue("ODD"));
    }

    private List<DoipFailure> failures() {
        List<DoipFailure> failures = new ArrayList<>();
        tester.onFailure(failures::add);
        return failures;
    }

    @Test
    void a_pulled_cable_holds_messages_until_it_is_plugged_in_again() {
        got(iviClient.readDid(0xF18C));
        link.cut("IVI", true);
        CompletableFuture<byte[]> answer = iviClient.readDid(0xF18C);
        scheduler.runUntil(scheduler.now() + Nanos.SECOND);
        assertThat(answer).isNotDone();

        link.cut("IVI", false);

        assertThat(got(answer)).containsExactly(7);
    }

    @Test
    void a_cable_pulled_for_longer_is_a_transport_error() {
        got(iviClient.readDid(0xF18C));
        link.cut("IVI", true);

        assertThat(error(iviClient.readDid(0xF18C))).hasMessageContaining("no answer in time from IVI");
    }

    @Test
    void one_connection_serves_all_targets_behind_an_entity() {
        new UdsServer(scheduler, gateway.server(), new EcuDouble(), ServerTiming.STANDARD);
        List<Integer> types = new ArrayList<>();
        link.observe((at, from, to, message) -> types.add(message.type()));

        got(bmsClient.readDid(0xF18C));
        got(new UdsClient(scheduler, tester.tester("GW", 0x1001), ClientTiming.STANDARD).readDid(0xF18C));

        assertThat(types).containsExactly(0x0005, 0x0006, 0x8001, 0x8002, 0x8001, 0x8001, 0x8002, 0x8001);
        assertThat(bmsServer.unlockedLevel()).isZero();
    }

    @Test
    void a_message_takes_the_time_of_all_its_bytes_on_both_ports() {
        List<Long> moments = new ArrayList<>();
        link.connect(
                "A",
                "IVI",
                Nanos.SECOND,
                near -> {
                    moments.add(scheduler.now());
                    near.send(DoipMessage.of(0x4444, new byte[65_536]), () -> moments.add(scheduler.now()));
                },
                why -> {});
        scheduler.runUntil(Nanos.SECOND);

        long segments = 45;
        long bytes = DoipMessage.HEADER + 65_536 + segments * 78;
        assertThat(moments.getLast() - moments.getFirst()).isEqualTo(bytes * 80);
    }

    @Test
    void an_image_of_32_mebibytes_passes_at_the_rate_of_the_segment() {
        iviEcu.blockLength = 65_538;
        iviEcu.memory = 1 << 26;
        byte[] image = new byte[1 << 25];
        image[image.length - 1] = 1;
        got(iviClient.session(Session.EXTENDED));
        got(iviClient.session(Session.PROGRAMMING));
        got(iviClient.securityAccess(1, EcuDouble::key));
        long begun = scheduler.now();

        got(new Download(iviClient).run(image, 0, done -> {}));

        assertThat(iviEcu.flash.toByteArray()).isEqualTo(image);
        assertThat(Nanos.toSeconds(scheduler.now() - begun)).isBetween(2.8, 6.0);
    }

    private <T> T got(CompletableFuture<T> future) {
        while (!future.isDone() && scheduler.step()) {
            assertThat(scheduler.now()).isLessThan(Nanos.HOUR);
        }
        return future.join();
    }

    private UdsError error(CompletableFuture<?> future) {
        while (!future.isDone() && scheduler.step()) {
            assertThat(scheduler.now()).isLessThan(Nanos.HOUR);
        }
        return UdsError.in(future.exceptionNow());
    }
}
