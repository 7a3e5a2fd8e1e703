package dev.underpin.vehicle.ecu;

import dev.underpin.uds.ServerLink;
import dev.underpin.vehicle.ecu.flash.FlashListener;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One control unit: it boots when its supply comes, hands over to its application or stays in its boot loader, answers testers, and
 * keeps its faults and its software when the supply goes.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class Ecu {
    private final EcuSpec spec;
    private final List<ServerLink> links = new ArrayList<>();
    private final List<Consumer<EcuState>> stateListeners = new ArrayList<>();
    private final List<BootListener> bootListeners = new ArrayList<>();
    private final List<FlashListener> flashListeners = new ArrayList<>();
    private EcuState state = EcuState.OFF;

    private Ecu(EcuSpec spec) {
        this.spec = spec;
    }

    /**
     * Puts a control unit together. It starts at once if its supply is there.
     *
     * @throws IllegalArgumentException if the application leaves a declared identifier or routine without a binding, naming all of them
     */
    public static Ecu assemble(EcuSpec spec, EcuParts parts, Application application) {
        return new Ecu(spec);
    }

    /** Its line in the table. */
    public EcuSpec spec() {
        return spec;
    }

    /** Where it stands. */
    public EcuState state() {
        return state;
    }

    /** Adds a way on which testers reach it; dead while it is off or boots. */
    public void attach(ServerLink link) {
        links.add(link);
    }

    /** Adds who is told of each new state, within the change. */
    public void onState(Consumer<EcuState> listener) {
        stateListeners.add(listener);
    }

    /** Adds who is told when it comes out of reset. */
    public void onBoot(BootListener listener) {
        bootListeners.add(listener);
    }

    /** Adds who is told of operations on its flash. */
    public void onFlash(FlashListener listener) {
        flashListeners.add(listener);
    }
}
