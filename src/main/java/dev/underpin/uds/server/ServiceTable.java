package dev.underpin.uds.server;

import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The services of an ECU, from where each may be used, and narrower rules for single sub-functions. Immutable. */
public final class ServiceTable {
    private final Map<Integer, Access> rules;

    private ServiceTable(Map<Integer, Access> rules) {
        this.rules = rules;
    }

    /** No service. */
    public static ServiceTable empty() {
        return new ServiceTable(Map.of());
    }

    /**
     * The services that every application has: identification, faults and sessions everywhere, the rest
     * outside the default session, downloads in the programming session, which is entered from the extended one.
     */
    public static ServiceTable usual() {
        Access programming = Access.in(Session.PROGRAMMING);
        return empty().with(Sid.SESSION_CONTROL, Access.ANYWHERE)
                .with(Sid.SESSION_CONTROL, Session.PROGRAMMING.id(), Access.NOT_DEFAULT)
                .with(Sid.ECU_RESET, Access.ANYWHERE)
                .with(Sid.CLEAR_DTC, Access.ANYWHERE)
                .with(Sid.READ_DTC, Access.ANYWHERE)
                .with(Sid.READ_DATA, Access.ANYWHERE)
                .with(Sid.TESTER_PRESENT, Access.ANYWHERE)
                .with(Sid.SECURITY_ACCESS, Access.NOT_DEFAULT)
                .with(Sid.COMMUNICATION_CONTROL, Access.NOT_DEFAULT)
                .with(Sid.WRITE_DATA, Access.NOT_DEFAULT)
                .with(Sid.ROUTINE_CONTROL, Access.NOT_DEFAULT)
                .with(Sid.CONTROL_DTC_SETTING, Access.NOT_DEFAULT)
                .with(Sid.REQUEST_DOWNLOAD, programming)
                .with(Sid.TRANSFER_DATA, programming)
                .with(Sid.TRANSFER_EXIT, programming);
    }

    /** Every service that the server knows; the further ones outside the default session but for 0x23, 0x24, 0x29 and 0x2C. */
    public static ServiceTable complete() {
        ServiceTable complete = usual();
        for (int sid : new int[] {Sid.READ_MEMORY, Sid.READ_SCALING, Sid.AUTHENTICATION, Sid.DEFINE_DATA}) {
            complete = complete.with(sid, Access.ANYWHERE);
        }
        int[] further = {
            Sid.READ_PERIODIC,
            Sid.IO_CONTROL,
            Sid.REQUEST_UPLOAD,
            Sid.TRANSFER_DATA,
            Sid.TRANSFER_EXIT,
            Sid.FILE_TRANSFER,
            Sid.WRITE_MEMORY,
            Sid.SECURED_DATA,
            Sid.RESPONSE_ON_EVENT,
            Sid.LINK_CONTROL
        };
        for (int sid : further) {
            complete = complete.with(sid, Access.NOT_DEFAULT);
        }
        return complete;
    }

    /** The same with a service added or its rule replaced. */
    public ServiceTable with(int sid, Access access) {
        return changed(sid << 8, access);
    }

    /** The same with a narrower rule for one sub-function, which also has to satisfy the rule of its service. */
    public ServiceTable with(int sid, int subFunction, Access access) {
        return changed(sid << 8 | subFunction, access);
    }

    /** The same without a service. */
    public ServiceTable without(int sid) {
        Map<Integer, Access> fewer = new TreeMap<>(rules);
        fewer.remove(sid << 8);
        return new ServiceTable(fewer);
    }

    /** From where the service may be used, or null when the ECU has it not. */
    public @Nullable Access of(int sid) {
        return rules.get(sid << 8);
    }

    /** From where a sub-function may be used, beside the rule of its service. */
    public Access of(int sid, int subFunction) {
        return rules.getOrDefault(sid << 8 | subFunction, Access.ANYWHERE);
    }

    private ServiceTable changed(int key, Access access) {
        Map<Integer, Access> more = new TreeMap<>(rules);
        more.put(key, access);
        return new ServiceTable(more);
    }
}
