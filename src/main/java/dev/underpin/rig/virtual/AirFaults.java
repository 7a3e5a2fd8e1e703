package dev.underpin.rig.virtual;

import dev.underpin.fault.UplinkFault;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.Vehicle;
import dev.underpin.vehicle.telematics.Bearer.Conditions;
import dev.underpin.vehicle.telematics.Uplink;
import java.util.function.UnaryOperator;

/** Makes the air between vehicle and cloud worse, and as it was when healed. */
final class AirFaults {
    private static final double PERCENT = 100;

    private final Scheduler scheduler;
    private final HarmedBearer wifi;
    private final HarmedBearer cellular;
    private final LinkDrop drop;
    private final Impostors impostors;

    AirFaults(Scheduler scheduler, Vehicle vehicle, Impostors impostors) {
        this.scheduler = scheduler;
        this.impostors = impostors;
        Uplink uplink = vehicle.telematics().uplink();
        this.wifi = new HarmedBearer(uplink.wifi());
        this.cellular = new HarmedBearer(uplink.cellular());
        this.drop = new LinkDrop(uplink);
        vehicle.infotainment().watch(drop);
    }

    Runnable begin(UplinkFault fault) {
        return switch (fault) {
            case UplinkFault.LinkDrop it -> {
                drop.arm(it.percent());
                yield drop::heal;
            }
            case UplinkFault.LinkDown it -> worse(air -> Conditions.NONE);
            case UplinkFault.LinkFlapping it -> flapping(it.millis() * Nanos.MILLISECOND);
            case UplinkFault.LinkSlow it ->
                worse(air -> new Conditions(air.up(), it.bytesPerSecond(), air.latency(), air.loss()));
            case UplinkFault.LinkLatency it ->
                worse(air ->
                        new Conditions(air.up(), air.bytesPerSecond(), it.millis() * Nanos.MILLISECOND, air.loss()));
            case UplinkFault.LinkLoss it ->
                worse(air -> new Conditions(air.up(), air.bytesPerSecond(), air.latency(), it.percent() / PERCENT));
            case UplinkFault.LinkHalfOpen it ->
                worse(air -> new Conditions(air.up(), air.bytesPerSecond(), air.latency(), 1));
            case UplinkFault.NameUnknown it -> impostors.nameless();
            case UplinkFault.Impostor it -> impostors.begin(it.pretence());
        };
    }

    private Runnable worse(UnaryOperator<Conditions> how) {
        wifi.begin(how);
        cellular.begin(how);
        return () -> {
            wifi.end(how);
            cellular.end(how);
        };
    }

    private Runnable flapping(long period) {
        Flapping flapping = new Flapping(period);
        flapping.turn();
        return flapping::end;
    }

    private final class Flapping {
        private final long period;
        private final Alarm turning = scheduler.alarm(this::turn);
        private Runnable back = () -> {};
        private boolean away;

        Flapping(long period) {
            this.period = period;
        }

        void turn() {
            back.run();
            away = !away;
            back = away ? worse(air -> Conditions.NONE) : () -> {};
            turning.in(period);
        }

        void end() {
            turning.cancel();
            back.run();
        }
    }
}
