package dev.underpin.rig.health;

/**
 * One thing that was looked at.
 *
 * @param subject what, such as {@code BMS software (22 F189)}
 * @param expected what would be right
 * @param found what is
 * @param sound whether it is right
 */
public record HealthFinding(String subject, String expected, String found, boolean sound) {
    static HealthFinding compared(String subject, String expected, String found) {
        return new HealthFinding(subject, expected, found, expected.equals(found));
    }

    /** In words, for messages. */
    public String told() {
        return "%s: expected %s, found %s".formatted(subject, expected, found);
    }
}
