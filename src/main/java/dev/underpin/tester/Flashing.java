package dev.underpin.tester;

import dev.underpin.cloud.image.UpdateImage;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.Download;
import dev.underpin.uds.client.FunctionalClient;
import dev.underpin.uds.client.TransferReport;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.uds.client.UdsError;
import dev.underpin.uds.client.UdsResponse;
import dev.underpin.vehicle.ecu.boot.ImageVerdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an image into a control unit and starts it: the programming sequence of ISO 14229-1:2020, clause 15 and annex F, with the
 * maker's routines. Extended session and fault storage off (for all control units, where the line reaches all), own communication off,
 * preconditions, programming session, unlock, fingerprint, erase, transfer, check of the image and of its dependencies, activation,
 * reset, confirmation; then what was turned off is turned on and the version is read.
 *
 * <p>What fails before the erase leaves the control unit as it was. Its progress is told every ten percent.
 */
public final class Flashing implements Operation {
    private static final int HARDWARE = 0xF191;
    private static final int FINGERPRINT = 0xF184;
    private static final List<String> VERSIONS = List.of("F189", "F195", "F187");
    private static final long LONG = 120 * Nanos.SECOND;
    private static final long BOOT = 60 * Nanos.SECOND;
    private static final byte[] TOOL = "UNDERPIN-TESTER1".getBytes(StandardCharsets.US_ASCII);

    private final String file;
    private final UpdateImage image;

    /**
     * @param file what the image is called in messages
     * @param image what is written
     */
    public Flashing(String file, UpdateImage image) {
        this.file = file;
        this.image = image;
    }

    @Override
    public String name() {
        return "flash";
    }

    @Override
    public void run(Tester tester, Findings findings) throws UdsError {
        identity(tester);
        findings.document().put("image", file).put("version", image.version()).put("bytes", image.bytes().length);
        Optional<FunctionalClient> all = tester.line().toAll(Map.of(), ClientTiming.STANDARD);
        try {
            silence(tester, all, findings);
            program(tester, findings);
            restart(tester, findings);
        } finally {
            restore(tester, all, findings);
        }
        new ReadData(VERSIONS).run(tester, findings);
    }

    private void identity(Tester tester) throws UdsError {
        String name = tester.subject().name();
        require(
                tester.subject().ecu().isEmpty() || image.ecu().equals(name),
                "an image for " + name,
                "one for " + image.ecu());
        byte[] answer = tester.get(tester.client().readDid(HARDWARE));
        String hardware = new String(answer, StandardCharsets.US_ASCII).strip();
        require(
                hardware.equals(image.hardware()),
                "an image for the hardware " + hardware,
                "one for " + image.hardware());
    }

    private void require(boolean held, String expected, String found) {
        if (!held) {
            throw UserMistake.in(file, "", expected, found);
        }
    }

    private static void silence(Tester tester, Optional<FunctionalClient> all, Findings findings) throws UdsError {
        UdsClient client = tester.client();
        if (all.isPresent()) {
            tester.get(all.get().request((byte) 0x10, (byte) 0x83));
            tester.get(all.get().request((byte) 0x85, (byte) 0x82));
            all.get().keepAlive(true);
        }
        tester.get(client.session(Session.EXTENDED));
        client.keepAlive(true);
        tester.get(client.dtcSetting(false));
        tester.get(client.communicationControl(3, 1));
        findings.say("extended session, fault storage and communication off");
        byte[] status = tester.get(client.startRoutine(0xF010));
        if (status.length > 0 && status[0] != 0) {
            throw UdsError.negative(0x31, status[0] & 0xFF);
        }
        findings.say("preconditions hold");
    }

    private void program(Tester tester, Findings findings) throws UdsError {
        UdsClient client = tester.client();
        tester.get(client.session(Session.PROGRAMMING));
        tester.unlock();
        tester.get(client.writeDid(FINGERPRINT, TOOL));
        findings.say("programming session, unlocked, fingerprint written");
        int length = image.bytes().length;
        long began = tester.line().scheduler().now();
        routine(tester, 0xFF00, ByteBuffer.allocate(8).putInt(0).putInt(length).array());
        findings.say(
                "erased in %.1f s", Nanos.toSeconds(tester.line().scheduler().now() - began));
        transfer(tester, findings);
        routine(tester, 0x0202);
        routine(tester, 0xFF01);
        findings.say("image and dependencies are accepted");
    }

    private void transfer(Tester tester, Findings findings) throws UdsError {
        TenPercent steps = new TenPercent(image.bytes().length, findings);
        TransferReport report = tester.get(new Download(tester.client()).run(image.bytes(), 0, steps::at));
        double line = tester.line().bytesPerSecond(tester.subject().address());
        String beside = line == 0
                ? ""
                : String.format(
                        java.util.Locale.ROOT,
                        ", %.0f %% of the %.1f kB/s that the line carries",
                        100 * report.bytesPerSecond() / line,
                        line / 1000);
        findings.say(
                "%d bytes in %d blocks of %d, %.1f s: %.1f kB/s%s",
                report.bytes(),
                report.blocks(),
                report.blockLength(),
                Nanos.toSeconds(report.ended() - report.began()),
                report.bytesPerSecond() / 1000,
                beside);
        findings.document()
                .putObject("transfer")
                .put("bytes", report.bytes())
                .put("blocks", report.blocks())
                .put("blockLength", report.blockLength())
                .put("repeated", report.repeated())
                .put("seconds", Nanos.toSeconds(report.ended() - report.began()))
                .put("bytesPerSecond", Math.round(report.bytesPerSecond()))
                .put("lineBytesPerSecond", Math.round(line));
    }

    private void restart(Tester tester, Findings findings) throws UdsError {
        UdsClient client = tester.client();
        routine(tester, 0xF011);
        tester.get(client.ecuReset(1));
        client.keepAlive(false);
        long reset = tester.line().scheduler().now();
        awaken(tester, reset + BOOT);
        findings.say("activated, reset, answers again after %.1f s", seconds(tester, reset));
        client.keepAlive(true);
        tester.unlock();
        routine(tester, 0xF012);
        findings.say("the new image is confirmed");
    }

    private static void awaken(Tester tester, long limit) throws UdsError {
        boolean asleep = true;
        while (asleep) {
            tester.line().pass(Nanos.SECOND / 2);
            try {
                tester.enter(Session.EXTENDED.id());
                asleep = false;
            } catch (UdsError silent) {
                boolean gone = silent.kind() != UdsError.Kind.NEGATIVE || silent.is(Nrc.SERVICE_NOT_IN_SESSION);
                if (!gone || tester.line().scheduler().now() > limit) {
                    throw silent;
                }
            }
        }
    }

    /** A control unit that cannot be restored goes back by itself when tester present ends. */
    private static void restore(Tester tester, Optional<FunctionalClient> all, Findings findings) {
        UdsClient client = tester.client();
        try {
            tester.get(client.session(Session.EXTENDED));
            tester.get(client.communicationControl(0, 1));
            tester.get(client.dtcSetting(true));
            tester.get(client.session(Session.DEFAULT));
            if (all.isPresent()) {
                all.get().keepAlive(false);
                tester.get(all.get().request((byte) 0x85, (byte) 0x81));
                tester.get(all.get().request((byte) 0x10, (byte) 0x81));
            }
            findings.say("communication and fault storage on, default session");
        } catch (UdsError error) {
            findings.say("not restored: %s", Findings.words(error));
        } finally {
            client.keepAlive(false);
        }
    }

    private static UdsResponse routine(Tester tester, int rid, byte... options) throws UdsError {
        byte[] request = ByteBuffer.allocate(4 + options.length)
                .put((byte) 0x31)
                .put((byte) 1)
                .putShort((short) rid)
                .put(options)
                .array();
        UdsResponse response = tester.get(tester.client().request(request, LONG));
        byte[] status = response.record();
        if (status.length > 0 && status[0] != 0) {
            String words = rid == 0x0202 ? ImageVerdict.of(status[0]).text() : "status %02X".formatted(status[0]);
            throw UdsError.malformed(0x31, "routine %04X: %s".formatted(rid, words));
        }
        return response;
    }

    private static double seconds(Tester tester, long since) {
        return Nanos.toSeconds(tester.line().scheduler().now() - since);
    }

    /** Tells each further ten percent. */
    private static final class TenPercent {
        private final long whole;
        private final Findings findings;
        private long told;

        TenPercent(long whole, Findings findings) {
            this.whole = whole;
            this.findings = findings;
        }

        void at(long bytes) {
            long tenths = bytes * 10 / whole;
            if (tenths > told) {
                told = tenths;
                findings.progress("%d %% written", tenths * 10);
            }
        }
    }
}
