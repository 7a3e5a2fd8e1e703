package dev.underpin.defect;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.DataIdentifier;
import dev.underpin.uds.server.Routine;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.vehicle.ecu.boot.BootRule;
import dev.underpin.vehicle.ecu.boot.ImageVerdict;
import dev.underpin.vehicle.ecu.flash.Inspection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Defects of what control units keep: locks, sessions, software. */
final class ControlUnitDefects {
    private static final String UNITS = "remote-diagnostics/control-units.feature";
    private static final String PROGRAMMING = "ota-update/control-units.feature";
    private static final String GUESSING = "@ECU-12";
    private static final String SESSION = "@ECU-04";
    private static final String RESET = "@ECU-14";
    private static final String WAY = "@V36";
    private static final String ORDER = "@V37 and not @V36";
    private static final String SINGLE = "@V12 and not @V37";
    private static final String VERSIONS = "@V14";

    private ControlUnitDefects() {}

    static List<Defect> ofTheLocks() {
        return List.of(
                Defect.of("accepts-any-key", Area.ECU, "V36", "a control unit takes any key for the right one")
                        .breaking(UNITS, GUESSING, "ECU-12")
                        .vehicle(() -> Units.keys("THM", real -> new KeysFront(real) {
                            @Override
                            public boolean accepts(int level, byte[] seed, byte[] key) {
                                return true;
                            }
                        })),
                Defect.of("accepts-no-key", Area.ECU, "ECU-12", "a control unit refuses the right key")
                        .breaking(UNITS, GUESSING, "ECU-12")
                        .vehicle(() -> Units.keys("THM", real -> new KeysFront(real) {
                            @Override
                            public boolean accepts(int level, byte[] seed, byte[] key) {
                                return false;
                            }
                        })),
                Defect.of("same-seed-again", Area.ECU, "T11", "a control unit gives the same seed again and again")
                        .breaking(UNITS, GUESSING, "ECU-12")
                        .vehicle(() -> Units.keys("THM", real -> new KeysFront(real) {
                            @Override
                            public byte[] seed(int level) {
                                return HexFormat.of().parseHex("5A".repeat(16));
                            }
                        })),
                Defect.of("no-lockout", Area.ECU, "ECU-12", "wrong keys can be tried without end")
                        .breaking(UNITS, GUESSING, "ECU-12")
                        .vehicle(() -> Units.timing(
                                "THM",
                                it -> timing(it, it.firstPending(), it.nextPending(), it.s3(), 1000, it.keyDelay()))),
                Defect.of("lockout-forgotten-by-reset", Area.ECU, "ECU-12", "a reset ends the delay after wrong keys")
                        .breaking(UNITS, GUESSING, "ECU-12")
                        .vehicle(() -> Units.keys("THM", real -> new KeysFront(real) {
                            @Override
                            public int failedAttempts() {
                                return 0;
                            }

                            @Override
                            public void failedAttempts(int count) {}
                        })),
                Defect.of("lockout-too-short", Area.ECU, "ECU-12", "the delay after wrong keys is over at once")
                        .breaking(UNITS, GUESSING, "ECU-12")
                        .vehicle(() -> Units.timing(
                                "THM",
                                it -> timing(
                                        it,
                                        it.firstPending(),
                                        it.nextPending(),
                                        it.s3(),
                                        it.keyAttempts(),
                                        Nanos.MILLISECOND / 10))),
                Defect.of("session-outlives-s3", Area.ECU, "ECU-04", "a session that nobody keeps alive never ends")
                        .breaking(UNITS, SESSION, "ECU-04")
                        .vehicle(() -> Units.timing(
                                "BMS",
                                it -> timing(
                                        it,
                                        it.firstPending(),
                                        it.nextPending(),
                                        Nanos.HOUR,
                                        it.keyAttempts(),
                                        it.keyDelay()))),
                Defect.of("session-too-short", Area.ECU, "T8", "a session ends long before S3 is over")
                        .breaking(UNITS, SESSION, "ECU-04")
                        .vehicle(() -> Units.timing(
                                "BMS",
                                it -> timing(
                                        it,
                                        it.firstPending(),
                                        it.nextPending(),
                                        Nanos.SECOND,
                                        it.keyAttempts(),
                                        it.keyDelay()))),
                Defect.of("activates-without-key", Area.ECU, "V36", "software can be activated without a key")
                        .breaking(UNITS, SESSION, "ECU-04")
                        .vehicle(() -> Units.routine("BMS", 0xF011, it -> with(it, Access.NOT_DEFAULT))));
    }

    static List<Defect> ofTheSoftware() {
        return List.of(
                Defect.of("erases-without-key", Area.ECU, "V36", "software can be erased without a key")
                        .breaking(PROGRAMMING, WAY, "V36")
                        .vehicle(() -> Units.routine("BMS", 0xFF00, it -> with(it, Access.in(Session.PROGRAMMING)))),
                Defect.of(
                                "erases-in-any-session",
                                Area.ECU,
                                "V36",
                                "software can be erased outside the programming session")
                        .breaking(PROGRAMMING, WAY, "V36")
                        .vehicle(() -> Units.routine("BMS", 0xFF00, it -> with(it, Access.ANYWHERE))),
                Defect.of("downloads-without-key", Area.ECU, "V36", "software can be transferred without a key")
                        .breaking(PROGRAMMING, WAY, "V36")
                        .vehicle(() -> Units.transfer("BMS", real -> new TransferFront(real) {
                            @Override
                            public Access access() {
                                return Access.in(Session.PROGRAMMING);
                            }
                        })),
                Defect.of("erases-without-fingerprint", Area.ECU, "V37", "nobody has to say who erases the software")
                        .breaking(PROGRAMMING, WAY, "V36")
                        .vehicle(() ->
                                Server.hearing("BMS", pdu -> Optional.of(pdu.equals("3101FF00") ? "3101F010" : pdu))),
                Defect.of(
                                "download-without-erase",
                                Area.ECU,
                                "V37",
                                "software is transferred into cells that were not erased")
                        .breaking(PROGRAMMING, ORDER, "V37")
                        .vehicle(() -> Units.transfer("BMS", real -> new TransferFront(real) {
                            @Override
                            public int requestDownload(long address, long size) {
                                return 0x0FFF;
                            }
                        })),
                Defect.of(
                                "download-beyond-slot",
                                Area.ECU,
                                "V37",
                                "more software is announced than the slot holds, and not refused as such")
                        .breaking(PROGRAMMING, ORDER, "V37")
                        .vehicle(() -> Units.transfer("BMS", real -> new TransferFront(real) {
                            @Override
                            public boolean covers(long address, long size) {
                                return true;
                            }
                        })),
                Defect.of("any-block-counter", Area.ECU, "V37", "a block with a wrong counter is written")
                        .breaking(PROGRAMMING, ORDER, "V37")
                        .vehicle(() -> Server.hearing(
                                "BMS", pdu -> Optional.of(pdu.startsWith("3602") ? "3601" + pdu.substring(4) : pdu))),
                Defect.of("any-image-accepted", Area.ECU, "V38", "the check finds every image good")
                        .breaking(PROGRAMMING, ORDER, "V38")
                        .vehicle(() -> Units.boot(
                                "BMS", real -> rule(real::starts, (inspection, floor) -> ImageVerdict.ACCEPTED))),
                Defect.of("starts-half-an-image", Area.ECU, "V12", "the boot loader starts an image that is not whole")
                        .breaking(PROGRAMMING, SINGLE, "V12")
                        .vehicle(() -> Units.boot("INV", real -> rule((marked, inspection) -> true, real::judge))),
                Defect.of(
                                "version-can-be-written",
                                Area.ECU,
                                "V14",
                                "a tester can write the version that the control unit tells")
                        .breaking(PROGRAMMING, VERSIONS, "V14")
                        .vehicle(() -> Units.diagnostics("BMS", real -> new EcuFront(real) {
                            @Override
                            public @Nullable DataIdentifier data(int did) {
                                DataIdentifier own = super.data(did);
                                return own != null && did == 0xF195
                                        ? own.writableWith(Access.NOT_DEFAULT, data -> Nrc.POSITIVE)
                                        : own;
                            }
                        })),
                Defect.of("clear-clears-nothing", Area.ECU, "ECU-08", "a clear is answered and takes no code away")
                        .breaking("remote-diagnostics/postconditions.feature", "@RD-Q1", "SC-05|RD-Q1")
                        .vehicle(() -> Units.faults("THM", real -> new FaultsFront(real) {
                            @Override
                            public void clear(int group, Answer answer) {
                                answer.positive();
                            }
                        })),
                Defect.of("reset-without-answer", Area.ECU, "ECU-14", "a reset begins before it is answered")
                        .breaking(UNITS, RESET, "ECU-14")
                        .vehicle(() -> Server.saying(
                                "THM", (request, pdu) -> pdu.startsWith("51") ? List.of() : List.of(pdu))),
                Defect.of("reset-that-does-nothing", Area.ECU, "ECU-14", "a reset is answered and does not happen")
                        .breaking(UNITS, RESET, "ECU-14")
                        .vehicle(() -> Units.diagnostics("THM", real -> new EcuFront(real) {
                            @Override
                            public void reset(int kind) {}
                        })));
    }

    private static ServerTiming timing(
            ServerTiming it, long firstPending, long nextPending, long s3, int keyAttempts, long keyDelay) {
        return new ServerTiming(it.think(), it.p2(), it.p2Star(), firstPending, nextPending, s3, keyAttempts, keyDelay);
    }

    private static Routine with(Routine it, Access access) {
        return new Routine(
                it.id(), it.name(), access, it.optionLength(), it.valid(), it.start(), it.stop(), it.result());
    }

    private static BootRule rule(
            BiPredicate<Boolean, Inspection> starts, BiFunction<Inspection, Long, ImageVerdict> verdict) {
        return new BootRule() {
            @Override
            public boolean starts(boolean marked, Inspection inspection) {
                return starts.test(marked, inspection);
            }

            @Override
            public ImageVerdict judge(Inspection inspection, long floor) {
                return verdict.apply(inspection, floor);
            }
        };
    }
}
