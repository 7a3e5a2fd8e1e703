package dev.underpin.tester;

import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.DoipTester;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.FunctionalClient;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All control units that one DoIP entity knows the way to, asked at its functional logical address (ISO 13400-2:2019, table 13). */
final class LogicalGroup {
    private LogicalGroup() {}

    /**
     * A tester of all of them.
     *
     * @param host the host of the entity
     * @param each by name those whose answers it collects; without any there is none
     */
    static Optional<FunctionalClient> of(
            Scheduler scheduler, DoipTester tester, String host, Map<String, Address> each, ClientTiming timing) {
        Map<String, TesterLink> links = new TreeMap<>();
        each.forEach((name, address) -> {
            if (address instanceof Address.Logical at) {
                links.put(name, tester.tester(host, at.logical()));
            }
        });
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FunctionalClient(scheduler, tester.tester(host, DoipEntity.FUNCTIONAL), links, timing));
    }
}
