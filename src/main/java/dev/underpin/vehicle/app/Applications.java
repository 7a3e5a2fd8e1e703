package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Application;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The applications of one vehicle, by the names of their control units. */
public final class Applications {
    private final Map<String, Application> byEcu = new LinkedHashMap<>();
    private final GatewayApplication gateway;
    private final InfotainmentApplication infotainment;
    private final TelematicsApplication telematics;

    /**
     * All applications.
     *
     * @param uplink the radio bearer in use: {@code none}, {@code wifi} or {@code cellular}
     * @param lastConsent identifier of the last consent to a support session, or empty
     */
    public Applications(Wiring wiring, Surfaces surfaces, Supplier<String> uplink, Supplier<String> lastConsent) {
        gateway = new GatewayApplication(wiring);
        infotainment = new InfotainmentApplication(wiring, surfaces.infotainment());
        telematics = new TelematicsApplication(wiring, uplink, lastConsent);
        byEcu.put("GW", gateway);
        byEcu.put("VCU", new DriveApplication(wiring));
        byEcu.put("BMS", new BatteryApplication(wiring));
        byEcu.put("INV", new InverterApplication(wiring));
        byEcu.put("OBC", new ChargerApplication(wiring));
        byEcu.put("DCDC", new ConverterApplication(wiring));
        byEcu.put("THM", new ThermalApplication(wiring));
        byEcu.put("BRK", new BrakeApplication(wiring));
        byEcu.put("IPC", new ClusterApplication(wiring, surfaces.lamps(), surfaces.cluster(), surfaces.supportPhone()));
        byEcu.put("IVI", infotainment);
        byEcu.put("NAV", new NavigationApplication(wiring));
        byEcu.put("TCU", telematics);
        byEcu.put("ADAS", new AssistanceApplication(wiring));
    }

    /**
     * The application of a control unit.
     *
     * @throws IllegalArgumentException if there is none for it
     */
    public Application of(String ecu) {
        Application application = byEcu.get(ecu);
        if (application == null) {
            throw new IllegalArgumentException("no application for %s, only for %s".formatted(ecu, byEcu.keySet()));
        }
        return application;
    }

    public GatewayApplication gateway() {
        return gateway;
    }

    public InfotainmentApplication infotainment() {
        return infotainment;
    }

    public TelematicsApplication telematics() {
        return telematics;
    }
}
