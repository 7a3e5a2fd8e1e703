package dev.underpin.vehicle.ecu.table;

import java.util.List;
import java.util.Optional;

/**
 * One control unit of the table.
 *
 * @param name its short name, such as {@code BMS}
 * @param title what it is, for people
 * @param buses the buses that it sends and hears signals on
 * @param can its diagnostic address on a bus, if it has one
 * @param doip its DoIP logical address (ISO 13400-2)
 * @param ethernet whether it is a DoIP entity on the Ethernet segment and diagnosed there, not through the gateway
 * @param bootMillis milliseconds from reset to the first message
 * @param safety whether the vehicle may not be driven while its software is incomplete
 * @param hardware hardware number (F191)
 * @param part spare part number (F187)
 * @param version software version (F195) when it has no flash that says otherwise
 * @param flash its program memory, if it can be updated
 * @param services its services, each once
 * @param dids data identifiers, the common ones first
 * @param routines routines
 * @param dtcs trouble codes, the common ones first
 * @param further what it offers to testers beyond the usual services
 */
public record EcuSpec(
        String name,
        String title,
        List<String> buses,
        Optional<CanAddress> can,
        int doip,
        boolean ethernet,
        int bootMillis,
        boolean safety,
        String hardware,
        String part,
        String version,
        Optional<FlashSpec> flash,
        List<ServiceSpec> services,
        List<DidSpec> dids,
        List<RoutineSpec> routines,
        List<DtcSpec> dtcs,
        FurtherSpec further) {

    /** The data identifier of that name, if the control unit has it. */
    public Optional<DidSpec> did(String didName) {
        return dids.stream().filter(did -> did.name().equals(didName)).findFirst();
    }

    /** The data identifier of that number, if the control unit has it. */
    public Optional<DidSpec> did(int number) {
        return dids.stream().filter(did -> did.did() == number).findFirst();
    }

    /** The service, if the control unit has it. */
    public Optional<ServiceSpec> service(int sid) {
        return services.stream().filter(service -> service.sid() == sid).findFirst();
    }

    /** The trouble code, if the control unit has it. */
    public Optional<DtcSpec> dtc(int code) {
        return dtcs.stream().filter(dtc -> dtc.code() == code).findFirst();
    }

    /** The same control unit at another address on its bus. */
    EcuSpec at(CanAddress address) {
        return new EcuSpec(
                name,
                title,
                buses,
                Optional.of(address),
                doip,
                ethernet,
                bootMillis,
                safety,
                hardware,
                part,
                version,
                flash,
                services,
                dids,
                routines,
                dtcs,
                further);
    }
}
