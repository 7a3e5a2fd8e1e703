package dev.underpin.fault;

import java.util.Locale;

/** Where physics lets a fault in. A rig says of each seam whether it can reach it. */
public enum Seam {
    BIT(BitFault.class),
    BUS(BusFault.class),
    TRANSPORT(TransportFault.class),
    UDS(UdsFault.class),
    SUPPLY(SupplyFault.class),
    FLASH(FlashFault.class),
    ECU(EcuFault.class),
    UPLINK(UplinkFault.class),
    CLOUD(CloudFault.class),
    SCREEN(ScreenFault.class),
    PLANT(PlantFault.class),
    PEOPLE(PeopleFault.class);

    private final Class<? extends Fault> family;

    Seam(Class<? extends Fault> family) {
        this.family = family;
    }

    Class<? extends Fault> family() {
        return family;
    }

    /** What a rig has to be able to do, as {@code @needs-...} tags name it, such as {@code supply-faults}. */
    public String capability() {
        return name().toLowerCase(Locale.ROOT) + "-faults";
    }
}
