package dev.underpin.can.database;

/**
 * An attribute of a pair (BA_REL_).
 *
 * @param attribute its name
 * @param target which pair
 * @param node symbol of the node
 * @param message symbol of the message; empty if the pair has none
 * @param other symbol of the signal or environment variable; empty if the pair has none
 */
public record Relation(
        String attribute, AttributeTarget target, String node, String message, String other, AttributeValue value) {}
