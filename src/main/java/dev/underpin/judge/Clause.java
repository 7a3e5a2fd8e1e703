package dev.underpin.judge;

/**
 * A promise of a contract.
 *
 * @param id its id, such as {@code OTA-M4}
 * @param text what must be shown, from {@code features/clauses.md}
 */
public record Clause(String id, String text) {
    /** The contract's short name: RD, OTA or OTS. */
    public String contract() {
        return id.substring(0, id.indexOf('-'));
    }

    /** The contract's section: Goal, Precondition, Main scenario, Alternative scenario or Postcondition. */
    public String section() {
        return switch (id.charAt(id.indexOf('-') + 1)) {
            case 'G' -> "Goal";
            case 'P' -> "Precondition";
            case 'M' -> "Main scenario";
            case 'A' -> "Alternative scenario";
            case 'Q' -> "Postcondition";
            default -> throw new IllegalArgumentException("no section of a contract begins like clause " + id);
        };
    }
}
