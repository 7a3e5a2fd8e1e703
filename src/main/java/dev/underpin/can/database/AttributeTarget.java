package dev.underpin.can.database;

import java.util.Arrays;
import java.util.Optional;

/** What an attribute is about. */
public enum AttributeTarget {
    NETWORK(""),
    NODE("BU_"),
    MESSAGE("BO_"),
    SIGNAL("SG_"),
    ENVIRONMENT_VARIABLE("EV_"),
    /** A node and a message that it sends. */
    NODE_TO_MESSAGE("BU_BO_REL_"),
    /** A node and a signal that it receives. */
    NODE_TO_SIGNAL("BU_SG_REL_"),
    /** A node and an environment variable that it uses. */
    NODE_TO_VARIABLE("BU_EV_REL_");

    private final String keyword;

    AttributeTarget(String keyword) {
        this.keyword = keyword;
    }

    /** The word that stands for it in a DBC file; empty for the network. */
    public String keyword() {
        return keyword;
    }

    /** Whether it is about a pair, and stands in BA_DEF_REL_ and BA_REL_. */
    public boolean relation() {
        return keyword.endsWith("_REL_");
    }

    static Optional<AttributeTarget> of(String keyword) {
        return Arrays.stream(values())
                .filter(target -> !keyword.isEmpty() && target.keyword.equals(keyword))
                .findFirst();
    }
}
