package dev.underpin.can.database;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that a file defines (BA_DEF_, BA_DEF_REL_).
 *
 * @param otherwise value of what has none of its own (BA_DEF_DEF_); null when the file gives none
 */
public record AttributeDefinition(
        AttributeTarget target,
        String name,
        AttributeType type,
        @Nullable AttributeValue otherwise) {}
