package dev.underpin.rig.bench;

import dev.underpin.rig.RigFile;

/**
 * Which end of a bus a node is on, where a bus has two interfaces: the gateway and everything that is no control unit (testers, intruders)
 * on the tester's, the other control units on the vehicle's.
 */
final class Sides {
    private static final String GATEWAY = "GW";

    private Sides() {}

    static boolean isTesters(RigFile file, String node) {
        return node.equals(GATEWAY) || !file.ecus().containsKey(node);
    }
}
