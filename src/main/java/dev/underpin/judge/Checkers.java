package dev.underpin.judge;

import dev.underpin.judge.support.SupportAlternative;
import dev.underpin.judge.support.SupportGoals;
import dev.underpin.judge.support.SupportMain;
import dev.underpin.judge.support.SupportOutcome;
import dev.underpin.judge.support.SupportPreconditions;
import dev.underpin.judge.update.UpdateCheckers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which checker decides which clause. */
final class Checkers {
    private Checkers() {}

    static Map<String, Checker> byClause() {
        Map<String, Checker> checkers = new LinkedHashMap<>();
        checkers.putAll(UpdateCheckers.byClause());
        checkers.putAll(SupportGoals.checkers());
        checkers.putAll(SupportPreconditions.checkers());
        checkers.putAll(SupportMain.checkers());
        checkers.putAll(SupportAlternative.checkers());
        checkers.putAll(SupportOutcome.checkers());
        return checkers;
    }
}
