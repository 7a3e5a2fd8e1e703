package dev.underpin.rig.virtual;

import dev.underpin.fault.FaultKind;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.port.Faults;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.vehicle.Vehicle;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Puts faults into the simulated vehicle at the seams that physics has: pump, panel, wire, air, cells, bus. */
final class VirtualFaults implements Faults {
    private static final double PUMP_SLOWED = 0.7;

    private final Vehicle vehicle;
    private final FaultFitting fitting;
    private final BusFaults buses;
    private final TransportFaults transports;
    private final Map<String, Runnable> disturbed = new HashMap<>();
    private final LinkDrop linkDrop;
    private final Pen pen;

    VirtualFaults(Vehicle vehicle, FaultFitting fitting, BusFaults buses, TransportFaults transports, Pen pen) {
        this.vehicle = vehicle;
        this.fitting = fitting;
        this.linkDrop = new LinkDrop(vehicle.telematics().uplink());
        this.buses = buses;
        this.transports = transports;
        this.pen = pen;
        vehicle.infotainment().watch(linkDrop);
    }

    @Override
    public void inject(String kind, String target) {
        FaultKind fault = known(kind);
        note(kind, target, "injected");
        switch (fault) {
            case COOLANT_PUMP_CLOGGED -> vehicle.plant().thermal().pump().debris(PUMP_SLOWED);
            case COOLANT_PUMP_WORN -> vehicle.plant().thermal().pump().worn(PUMP_SLOWED);
            case TOUCH_DEAD -> vehicle.infotainment().touchWorks(false);
            case SUPPLY_CUT -> vehicle.supply(target).ceiling(0);
            case LINK_DROP ->
                linkDrop.arm(Integer.parseInt(target.replace("%", "").strip()));
            case FLASH_WORN -> fitting.worn(target, true);
            case BUS_OFF -> disturb(kind, target, buses::busOff);
            case BUS_NOISE -> disturb(kind, target, buses::noise);
            case BABBLING_IDIOT -> disturb(kind, target, buses::babble);
            case DUPLICATED_FRAME -> disturb(kind, target, buses::duplicate);
            case FALSE_ANSWER -> disturb(kind, target, transports::falseAnswer);
            case ENDLESS_PENDING -> disturb(kind, target, transports::pending);
            case SECOND_RESPONDER -> disturb(kind, target, transports::secondResponder);
            case FOREIGN_IDENTIFIER -> disturb(kind, target, transports::foreignIdentifier);
            case LATE_ANSWERS -> disturb(kind, target, transports::late);
            case CODE_FLOOD -> disturb(kind, target, transports::codeFlood);
            case TRANSPORT -> disturb(kind, target, transports::transport);
            case ROUTE_BLOCKED -> disturb(kind, target, transports::routeBlocked);
            case ANSWER_LOST -> disturb(kind, target, transports::answerLost);
            case INTRUDER -> disturb(kind, target, transports::intruder);
        }
    }

    @Override
    public void heal(String kind, String target) {
        FaultKind fault = known(kind);
        note(kind, target, "healed");
        switch (fault) {
            case COOLANT_PUMP_CLOGGED -> vehicle.plant().thermal().pump().debris(0);
            case COOLANT_PUMP_WORN -> vehicle.plant().thermal().pump().worn(0);
            case TOUCH_DEAD -> vehicle.infotainment().touchWorks(true);
            case SUPPLY_CUT -> vehicle.supply(target).ceiling(Double.POSITIVE_INFINITY);
            case LINK_DROP -> linkDrop.heal();
            case FLASH_WORN -> fitting.worn(target, false);
            case BUS_OFF,
                    BUS_NOISE,
                    BABBLING_IDIOT,
                    DUPLICATED_FRAME,
                    FALSE_ANSWER,
                    ENDLESS_PENDING,
                    SECOND_RESPONDER,
                    FOREIGN_IDENTIFIER,
                    LATE_ANSWERS,
                    CODE_FLOOD,
                    TRANSPORT,
                    ROUTE_BLOCKED,
                    ANSWER_LOST,
                    INTRUDER -> undisturb(kind, target);
        }
    }

    private void disturb(String kind, String target, Function<String, Runnable> how) {
        undisturb(kind, target);
        disturbed.put(kind + " " + target, how.apply(target));
    }

    private void undisturb(String kind, String target) {
        Runnable heal = disturbed.remove(kind + " " + target);
        if (heal != null) {
            heal.run();
        }
    }

    private void note(String kind, String target, String state) {
        Fields fields = Fields.of("fault", kind)
                .and("target", target.isEmpty() ? null : target)
                .and("state", state);
        pen.write(Kind.FAULT, "nemesis", fields);
    }

    private static FaultKind known(String kind) {
        return FaultKind.named(kind).orElseThrow(() -> new IllegalArgumentException("no fault is called " + kind));
    }
}
