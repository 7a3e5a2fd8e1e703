package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ISO 14229-1:2020 clause 10.6 with certificates: ECU-13 and what a role opens. */
class AuthenticationTest {
    private static final String WORKSHOP = "CN=tester 1,OU=workshop,O=BMS";
    private static final String UPLOAD = "35 00 24 00 40 00 00 01 00";

    private static final String ED25519 = "06032B6570" + "00".repeat(11);

    private final EcuBench bench = new EcuBench("BMS").on();
    private final TesterCertificatesOffice office = new TesterCertificatesOffice(11);

    @BeforeEach
    void extendedSession() {
        bench.ask("10 03");
    }

    @Test
    void a_good_certificate_and_its_proof_open_what_asks_for_the_role() {
        assertThat(bench.ask(UPLOAD)).isEqualTo("7F3534");

        assertThat(authenticate(office, WORKSHOP)).isEqualTo("6903120000");

        assertThat(bench.ask(UPLOAD)).startsWith("7540");
    }

    @Test
    void a_certificate_for_all_units_is_good_for_this_one() {
        assertThat(authenticate(office, "CN=tester 1,OU=workshop,O=ALL")).isEqualTo("6903120000");
    }

    @Test
    void another_role_does_not_open_it() {
        authenticate(office, "CN=tester 1,OU=development,O=BMS");

        assertThat(bench.ask(UPLOAD)).isEqualTo("7F3534");
    }

    @Test
    void the_role_falls_with_the_session_and_with_a_reset() {
        authenticate(office, WORKSHOP);
        bench.ask("10 03");
        assertThat(bench.ask(UPLOAD)).isEqualTo("7F3534");

        authenticate(office, WORKSHOP);
        bench.ask("11 01");
        bench.run(bench.spec.bootMillis() + 50);
        bench.ask("10 03");

        assertThat(bench.ask(UPLOAD)).isEqualTo("7F3534");
    }

    @Test
    void an_expired_certificate_is_refused_with_50() {
        office.valid("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z");

        assertThat(present(office.certificate(1, WORKSHOP))).isEqualTo("7F2950");
    }

    @Test
    void so_is_one_that_is_not_valid_yet() {
        office.valid("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z");

        assertThat(present(office.certificate(1, WORKSHOP))).isEqualTo("7F2950");
    }

    @Test
    void a_certificate_that_a_stranger_signed_in_the_authoritys_name_is_refused_with_51() {
        TesterCertificatesOffice stranger = new TesterCertificatesOffice(12);

        assertThat(present(stranger.certificate(1, WORKSHOP))).isEqualTo("7F2951");
    }

    @Test
    void one_of_another_authority_with_52() {
        assertThat(present(office.named("CN=somebody").certificate(1, WORKSHOP)))
                .isEqualTo("7F2952");
    }

    @Test
    void one_that_is_an_authoritys_own_with_53() {
        assertThat(present(office.forAuthorities().certificate(1, WORKSHOP))).isEqualTo("7F2953");
    }

    @Test
    void garbage_with_54() {
        byte[] certificate = office.certificate(1, WORKSHOP);

        assertThat(present(Arrays.copyOf(certificate, 40))).isEqualTo("7F2954");
        assertThat(present(new byte[] {1, 2, 3})).isEqualTo("7F2954");
    }

    @Test
    void one_without_a_role_with_55() {
        assertThat(present(office.certificate(1, "CN=tester 1,O=BMS"))).isEqualTo("7F2955");
    }

    @Test
    void one_for_another_unit_with_56() {
        assertThat(present(office.certificate(1, "CN=tester 1,OU=workshop,O=VCU")))
                .isEqualTo("7F2956");
    }

    @Test
    void a_revoked_one_with_57() {
        bench.application.context().storage().put(TesterCertificates.REVOKED, "7,8");

        assertThat(present(office.certificate(8, WORKSHOP))).isEqualTo("7F2957");
    }

    @Test
    void a_replayed_proof_with_58() {
        byte[] proof = office.proof(challenge(present(office.certificate(1, WORKSHOP))));
        assertThat(prove(proof)).isEqualTo("6903120000");
        bench.ask("29 00");
        present(office.certificate(1, WORKSHOP));

        assertThat(prove(proof)).isEqualTo("7F2958");
        assertThat(bench.ask(UPLOAD)).isEqualTo("7F3534");
    }

    @Test
    void the_unit_proves_itself_to_the_tester_by_a_certificate_of_the_same_authority() throws Exception {
        byte[] certificate = office.certificate(1, WORKSHOP);
        byte[] own = new byte[32];
        byte[] answer = HexFormat.of()
                .parseHex(bench.ask(
                        "29 02 00 %04X %s 0020 %s".formatted(certificate.length, hex(certificate), hex(own))));
        ByteBuffer fields = ByteBuffer.wrap(answer, 3, answer.length - 3);
        byte[] challenge = field(fields);
        X509Certificate unit = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(field(fields)));
        Signature proof = Signature.getInstance("Ed25519");
        proof.initVerify(unit.getPublicKey());
        proof.update(own);

        assertThat(proof.verify(field(fields))).isTrue();
        unit.verify(office.authority());
        assertThat(prove(office.proof(challenge))).isEqualTo("6903120000");
    }

    @Test
    void the_holder_of_a_certificate_that_was_left_answers_a_challenge_also_after_a_reset() {
        byte[] certificate = office.certificate(1, WORKSHOP);
        assertThat(bench.ask("29 05 00 " + ED25519)).isEqualTo("7F2922");
        assertThat(bench.ask("29 04 0001 %04X %s".formatted(certificate.length, hex(certificate))))
                .isEqualTo("690413");
        bench.off();
        bench.on();
        bench.ask("10 03");
        String asked = bench.ask("29 05 00 " + ED25519);
        byte[] challenge = HexFormat.of().parseHex(asked.substring(42, 42 + 64));

        assertThat(bench.ask("29 06 %s 0040 %s 0000 0000".formatted(ED25519, hex(office.proof(challenge)))))
                .isEqualTo("690612" + ED25519 + "0000");
        assertThat(bench.ask(UPLOAD)).startsWith("7540");
    }

    @Test
    void a_role_that_the_table_does_not_name_is_refused_with_5A() {
        assertThat(authenticate(office, "CN=tester 1,OU=driver,O=BMS")).isEqualTo("7F295A");
    }

    private static byte[] field(ByteBuffer fields) {
        byte[] field = new byte[fields.getShort() & 0xFFFF];
        fields.get(field);
        return field;
    }

    private String authenticate(TesterCertificatesOffice by, String subject) {
        return prove(by.proof(challenge(present(by.certificate(1, subject)))));
    }

    private String present(byte[] certificate) {
        return bench.ask("29 01 00 %04X %s 0000".formatted(certificate.length, hex(certificate)));
    }

    private String prove(byte[] proof) {
        return bench.ask("29 03 %04X %s 0000".formatted(proof.length, hex(proof)));
    }

    private static byte[] challenge(String answer) {
        assertThat(answer).startsWith("6901110020").endsWith("0000");
        return HexFormat.of().parseHex(answer.substring(10, 10 + 64));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
