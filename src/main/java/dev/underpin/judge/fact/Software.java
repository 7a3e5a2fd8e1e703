package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What control units run: by the image that the boot loader started, and by what they say of themselves on the wire. */
public final class Software {
    private static final String VERSION = "F195";
    private static final String DIGEST = "F1A0";

    private Software() {}

    /**
     * What is wrong with the claim that the control units run the images of {@code release}, by what was seen before a place: what was
     * started, and what was read back after that. Empty when all of it was seen and agrees.
     */
    public static Optional<String> complaint(Facts facts, Release release, int place) {
        return release.targets().stream()
                .flatMap(target -> complaint(facts, target, place).stream())
                .findFirst();
    }

    /** The records that show what the control units of {@code release} run. */
    public static List<Entry> evidence(Facts facts, Release release, int place) {
        List<Entry> evidence = new ArrayList<>();
        for (Release.Target target : release.targets()) {
            Vehicle.boot(target.ecu()).lastBefore(facts, place).ifPresent(evidence::add);
            Uds.told(facts, target.ecu(), VERSION, place).ifPresent(evidence::add);
        }
        return evidence;
    }

    private static Optional<String> complaint(Facts facts, Release.Target target, int place) {
        Optional<Entry> boot = Vehicle.boot(target.ecu()).lastBefore(facts, place);
        if (boot.isEmpty()) {
            return Optional.of(target.ecu() + " never restarted");
        }
        if (!Vehicle.runs(boot.get()) || !boot.get().is("sha256", target.sha256())) {
            return Optional.of("%s runs version %s (%s, image %s), not %s"
                    .formatted(
                            target.ecu(),
                            boot.get().text("version"),
                            boot.get().text("from"),
                            brief(boot.get().text("sha256")),
                            target.version()));
        }
        return readBack(facts, target, boot.get(), place);
    }

    private static Optional<String> readBack(Facts facts, Release.Target target, Entry boot, int place) {
        Optional<Entry> version = Uds.told(facts, target.ecu(), VERSION, place).filter(it -> it.index() > boot.index());
        if (version.isEmpty()) {
            return Optional.of("the version of %s was not read back after its restart".formatted(target.ecu()));
        }
        if (!Uds.ascii(version.get()).equals(target.version())) {
            return Optional.of("%s says that it runs version %s, not %s"
                    .formatted(target.ecu(), Uds.ascii(version.get()), target.version()));
        }
        return Uds.told(facts, target.ecu(), DIGEST, place)
                .filter(it -> it.index() > boot.index() && !Uds.value(it).equals(target.sha256()))
                .map(it -> "%s says that its image is %s, not %s"
                        .formatted(target.ecu(), brief(Uds.value(it)), brief(target.sha256())));
    }

    private static String brief(String digest) {
        return digest.length() <= 8 ? digest : digest.substring(0, 8) + "…";
    }
}
