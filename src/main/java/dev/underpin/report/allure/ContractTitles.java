package dev.underpin.report.allure;

import dev.underpin.judge.Clause;
import java.util.Map;

/** Titles of the contracts, as they stand above them. */
final class ContractTitles {
    private static final Map<String, String> TITLES = Map.of(
            "RD", "In-Car Remote Diagnostics for Technical Support",
            "OTA", "Over-the-Air Software Updates for In-Vehicle Systems",
            "OTS", "Over-the-Air Software Updates, with schedule and app");

    private ContractTitles() {}

    /** The title of the contract that the clause belongs to; the short name of one that has no title here. */
    static String of(Clause clause) {
        return TITLES.getOrDefault(clause.contract(), clause.contract());
    }
}
