package dev.underpin.rig.virtual;

import dev.underpin.fault.BitFault;
import dev.underpin.fault.BusFault;
import dev.underpin.fault.CloudFault;
import dev.underpin.fault.EcuFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FlashFault;
import dev.underpin.fault.Injector;
import dev.underpin.fault.OutOfReach;
import dev.underpin.fault.PeopleFault;
import dev.underpin.fault.PlantFault;
import dev.underpin.fault.ScreenFault;
import dev.underpin.fault.SupplyFault;
import dev.underpin.fault.TransportFault;
import dev.underpin.fault.UdsFault;
import dev.underpin.fault.UplinkFault;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.recorder.Pen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Puts faults into the simulated vehicle at the seams that physics has: wire, supply, cells, air, panel, plant, hands. */
final class VirtualFaults implements Injector {
    private final FaultSeams seams;
    private final Pen pen;
    private final SequencedMap<Fault, Runnable> active = new LinkedHashMap<>();

    VirtualFaults(FaultSeams seams, Pen pen) {
        this.seams = seams;
        this.pen = pen;
    }

    @Override
    public void inject(Fault fault) {
        note(fault, "injected");
        end(fault);
        try {
            active.put(fault, begin(fault));
        } catch (OutOfReach refused) {
            note(fault, "refused");
            throw refused;
        }
    }

    @Override
    public void heal(Fault fault) {
        note(fault, "healed");
        end(fault);
    }

    @Override
    public void healAll() {
        List.copyOf(active.sequencedKeySet().reversed()).forEach(this::heal);
    }

    private void end(Fault fault) {
        Runnable heal = active.remove(fault);
        if (heal != null) {
            heal.run();
        }
    }

    private Runnable begin(Fault fault) {
        return switch (fault) {
            case BitFault it -> seams.buses().begin(it);
            case BusFault it -> seams.buses().begin(it);
            case TransportFault.Transport it -> seams.transports().begin(it);
            case UdsFault it -> seams.answers().begin(it);
            case SupplyFault it -> seams.supplies().begin(it);
            case FlashFault it -> seams.cells().begin(it);
            case EcuFault it -> seams.units().begin(it);
            case UplinkFault it -> seams.air().begin(it);
            case CloudFault it -> seams.cloud().begin(it);
            case ScreenFault it -> seams.panel().begin(it);
            case PlantFault it -> seams.plant().begin(it);
            case PeopleFault it -> seams.people().begin(it);
        };
    }

    private void note(Fault fault, String state) {
        String target = fault.target();
        Fields fields = Fields.of("fault", fault.kind())
                .and("target", target.isEmpty() ? null : target)
                .and("state", state);
        pen.write(Kind.FAULT, "nemesis", fields);
    }
}
