package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Bindings;
import java.util.function.Supplier;

/**
 * The control unit around the telematics agents (TCU): life signs on the in-vehicle Ethernet and the identifiers that tell of the
 * agents. On the in-vehicle Ethernet only.
 */
public final class TelematicsApplication extends UnitApplication {
    private static final String DISABLED = "remote-diagnostics-disabled";

    private final Supplier<String> uplink;
    private final Supplier<String> lastConsent;
    private final double[] indicators = new double[3];
    private boolean lampLit = true;

    /**
     * The application.
     *
     * @param uplink the radio bearer in use: {@code none}, {@code wifi} or {@code cellular}
     * @param lastConsent identifier of the last consent to a support session, or empty
     */
    public TelematicsApplication(Wiring wiring, Supplier<String> uplink, Supplier<String> lastConsent) {
        super(wiring, false);
        this.uplink = uplink;
        this.lastConsent = lastConsent;
    }

    /** Whether the diagnostic interface may be used from afar; a tester can switch it off. */
    public boolean remoteDiagnosticsEnabled() {
        return unit().flatMap(run -> run.context().storage().get(DISABLED)).isEmpty();
    }

    private void light(double wanted) {
        lampLit = wanted != 0;
    }

    @Override
    void begin(Unit run) {
        run.control(() -> backbone().beat("TCU", run.now()));
        run.partner(Partner.service(backbone(), "GW"), "U0146-87", "GW");
    }

    @Override
    void identify(Bindings bindings) {
        bindings.text("RemoteDiagnostics", () -> remoteDiagnosticsEnabled() ? "enabled" : "disabled");
        bindings.written("RemoteDiagnostics", this::disable);
        bindings.text("Uplink", uplink);
        bindings.text("LastConsent", lastConsent);
        bindings.text("StatusLamp", () -> lampLit ? "on" : "off");
        bindings.controlled("StatusLamp", this::light, () -> light(1));
        bindings.numbers("IndicatorLamps", indicators::clone);
        bindings.controlledRow(
                "IndicatorLamps", (lamp, wanted) -> indicators[lamp] = wanted, lamp -> indicators[lamp] = 0);
        bindings.routine("modemRestart", (options, answer) -> answer.positive((byte) 0));
    }

    private void disable(double value) {
        unit().ifPresent(run -> {
            if (value == 0) {
                run.context().storage().remove(DISABLED);
            } else {
                run.context().storage().put(DISABLED, "yes");
            }
        });
    }
}
