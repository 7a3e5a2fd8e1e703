package dev.underpin.cloud.desk;

/**
 * Someone of the technical support.
 *
 * @param name as users read it
 * @param tier 1 may read and guide; 2 may also start routines, hold outputs, reset and clear
 */
public record Technician(String name, int tier) {
    /** The role as the vehicle shows it. */
    public String role() {
        return "Technical support (" + name + ")";
    }

    boolean may(String kind) {
        return tier >= 2 || kind.equals("read") || kind.equals("guidance");
    }
}
