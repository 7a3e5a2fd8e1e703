package dev.underpin.judge.support;

import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Hands;
import dev.underpin.judge.fact.Network;

/** A precondition of remote diagnostics as it really was at a place in the history. */
enum Requirement {
    SOFTWARE("software-outdated") {
        @Override
        boolean unmet(Facts facts, int place) {
            return Hands.lastIs(facts, "diagnostics-software", "outdated", place);
        }
    },
    ACCOUNT("not-registered") {
        @Override
        boolean unmet(Facts facts, int place) {
            return Hands.lastIs(facts, "account", "unregistered", place);
        }
    },
    CONTACT("contact-missing") {
        @Override
        boolean unmet(Facts facts, int place) {
            return Hands.lastIs(facts, "contact", "missing", place);
        }
    },
    CONNECTION("no-connection") {
        @Override
        boolean unmet(Facts facts, int place) {
            return Network.good(facts, place).filter(good -> !good).isPresent();
        }
    },
    INTERFACE("interface-disabled") {
        @Override
        boolean unmet(Facts facts, int place) {
            return Hands.lastIs(facts, "diagnostic-interface", "disabled", place);
        }
    };

    private final String reason;

    Requirement(String reason) {
        this.reason = reason;
    }

    /** The reason that a refusal has to name. */
    String reason() {
        return reason;
    }

    /** Whether it is known not to have been met at a place. */
    abstract boolean unmet(Facts facts, int place);
}
