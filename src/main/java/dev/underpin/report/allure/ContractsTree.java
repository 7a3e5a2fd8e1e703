package dev.underpin.report.allure;

import dev.underpin.judge.Clause;
import io.qameta.allure.CommonJsonAggregator2;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.tree.TestResultTreeGroup;
import io.qameta.allure.tree.TestResultTreeLeaf;
import io.qameta.allure.tree.TreeUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data of the tab "Contracts": contract, section, clause, and below each clause the scenarios that prove it. Allure's own tree by
 * labels would put each clause of a scenario under every section of the others.
 */
final class ContractsTree extends CommonJsonAggregator2 {
    private final List<Clause> clauses;

    ContractsTree(List<Clause> clauses) {
        super("contracts.json");
        this.clauses = clauses;
    }

    @Override
    protected Object getData(List<LaunchResults> launches) {
        TestResultTreeGroup root = new TestResultTreeGroup("contracts", "contracts");
        Map<String, TestResultTreeGroup> groups = new LinkedHashMap<>();
        List<TestResult> results = launches.stream()
                .flatMap(launch -> launch.getResults().stream())
                .sorted(TestResult.comparingByTimeAsc())
                .toList();
        for (Clause clause : clauses) {
            List<TestResult> proofs = results.stream()
                    .filter(result -> result.findAllLabels(LabelName.STORY).contains(clause.id()))
                    .toList();
            if (!proofs.isEmpty()) {
                TestResultTreeGroup contract = group(groups, root, ContractTitles.of(clause));
                TestResultTreeGroup section = group(groups, contract, clause.section());
                TestResultTreeGroup leafGroup = group(groups, section, clause.id() + " " + clause.text());
                proofs.forEach(proof -> leafGroup.addChild(new TestResultTreeLeaf(leafGroup.getUid(), proof)));
            }
        }
        return root;
    }

    private static TestResultTreeGroup group(
            Map<String, TestResultTreeGroup> groups, TestResultTreeGroup parent, String name) {
        String uid = TreeUtils.createGroupUid(parent.getUid(), name);
        return groups.computeIfAbsent(uid, any -> {
            TestResultTreeGroup group = new TestResultTreeGroup(uid, name);
            parent.addChild(group);
            return group;
        });
    }
}
