package dev.underpin.judges;

import java.net.NetworkInterface;
import java.net.SocketException;

/** Whether python-can, which asks for no particular interface, can join a multicast group on this machine. */
public final class MulticastRoute {
    private MulticastRoute() {}

    /** Whether there is an interface through which it can, or where judges are required. */
    public static boolean expected() throws SocketException {
        return "required".equals(System.getProperty("judges"))
                || NetworkInterface.networkInterfaces().anyMatch(MulticastRoute::joins);
    }

    private static boolean joins(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback() && one.supportsMulticast();
        } catch (SocketException gone) {
            return false;
        }
    }
}
