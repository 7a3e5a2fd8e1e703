package dev.underpin.uds;

import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.ServiceTable;

/** Services of the ECU double. */
public final class ServiceTables {
    private ServiceTables() {}

    /**
     * The services that every application has: identification, faults and sessions everywhere, the rest
     * outside the default session, downloads in the programming session, which is entered from the extended one.
     */
    public static ServiceTable usual() {
        Access programming = Access.in(Session.PROGRAMMING);
        return ServiceTable.empty()
                .with(Sid.SESSION_CONTROL, Access.ANYWHERE)
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
}
