package dev.underpin.cloud.desk;

import java.util.List;
import java.util.Optional;

/**
 * What the desk knows of a trouble code.
 *
 * @param code code and failure type
 * @param text meaning (SAE J2012 wording where it has one)
 * @param ecus ECUs that report it
 * @param subject for lost communication and invalid data, the ECU that it is about; else empty
 * @param lamps lamps that it lights
 * @param colour colour of those lamps: red, amber or blue
 * @param verdict what technical support can do
 * @param recurs whether a second occurrence in the same session turns the verdict into a service appointment
 * @param routine routine that tests or mends it, in hexadecimal
 * @param reset whether a soft reset of the culprit can mend it
 * @param guidance what the driver is asked to do, in order
 * @param explains other codes that follow from it
 */
public record Fault(
        String code,
        String text,
        List<String> ecus,
        String subject,
        List<String> lamps,
        String colour,
        Verdict verdict,
        boolean recurs,
        Optional<String> routine,
        boolean reset,
        List<String> guidance,
        List<String> explains) {
    public Fault {
        ecus = List.copyOf(ecus);
        lamps = List.copyOf(lamps);
        guidance = List.copyOf(guidance);
        explains = List.copyOf(explains);
    }

    /** What technical support can do about a fault. */
    public enum Verdict {
        /** Remote fix possible. */
        R,
        /** Guidance to the driver. */
        G,
        /** Service appointment. */
        S,
        /** Stop; tow. */
        T
    }
}
