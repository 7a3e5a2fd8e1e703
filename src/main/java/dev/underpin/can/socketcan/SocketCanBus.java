package dev.underpin.can.socketcan;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.time.Lateness;
import dev.underpin.time.Scheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A bus on real CAN interfaces by the wall clock: one interface for all its nodes here, or one for each of two sides. Nodes of one side
 * hear each other in this process when the kernel shows a frame to its sender; waiting frames of a side compete by their identifiers.
 *
 * <p>Observers see each frame once, when the kernel shows it first: with the node that sent it, or {@value #OUTSIDE}, at the time of the
 * kernel's stamp.
 */
public final class SocketCanBus implements CanBus {
    /** The sender of frames that nobody here sent. */
    public static final String OUTSIDE = "outside";

    private final Scheduler scheduler;
    private final String name;
    private final Side near;
    private final Side far;
    private final Predicate<String> isFar;
    private final Notices notices;
    private final List<Observer> observers = new ArrayList<>();
    private final Lateness latency = new Lateness();
    private long last;

    /** Is told what goes wrong on the medium. */
    public interface Notices {
        /** A frame was not shown on that interface; it may be that the interface is down or gone. */
        void lost(String interfaceName, String sender, CanFrame frame);
    }

    private SocketCanBus(
            Scheduler scheduler, String name, Side near, Side far, Predicate<String> isFar, Notices notices) {
        this.scheduler = scheduler;
        this.name = name;
        this.near = near;
        this.far = far;
        this.isFar = isFar;
        this.notices = notices;
        near.join(this, far);
        if (far != near) {
            far.join(this, near);
        }
    }

    /**
     * Joins the interfaces of a bus; the sockets close them.
     *
     * @param interfaceName of the control units' side
     * @param otherName of the other side; null when all are on one. With two, one frame of each is outstanding at a time
     * @param isOther which nodes are on the other side
     * @throws dev.underpin.mistake.UserMistake when an interface cannot be used; it says what to type
     */
    public static SocketCanBus join(
            CanSockets sockets,
            Scheduler scheduler,
            String name,
            String interfaceName,
            @Nullable String otherName,
            Predicate<String> isOther,
            Notices notices)
            throws IOException {
        if (otherName == null) {
            Side only = new Side(interfaceName, sockets.join(interfaceName, name));
            return new SocketCanBus(scheduler, name, only, only, isOther, notices);
        }
        Side near = new Side(interfaceName, sockets.join(interfaceName, name, 1));
        Side far = new Side(otherName, sockets.join(otherName, name, 1));
        return new SocketCanBus(scheduler, name, near, far, isOther, notices);
    }

    @Override
    public String name() {
        return name;
    }

    /** Whatever the settings, the interface decides in which order it sends and whether it repeats. */
    @Override
    public CanPort attach(String node, ControllerSettings settings) {
        return (isFar.test(node) ? far : near).attach(node);
    }

    @Override
    public void observe(Observer observer) {
        observers.add(observer);
    }

    /**
     * From the kernel's time stamps until all observers had seen the frames (the history its record, if one of them writes it), vehicle
     * time. Grows.
     */
    public Lateness latency() {
        return latency;
    }

    void shown(long at, String sender, CanFrame frame) {
        last = Math.max(last, at);
        for (Observer observer : observers) {
            observer.frame(last, sender, frame);
        }
        latency.add(scheduler.now() + scheduler.lag() - at);
    }

    void lost(Side side, String sender, CanFrame frame) {
        notices.lost(side.name(), sender, frame);
    }

    void state(long at, String interfaceName, ControllerState state) {
        last = Math.max(last, at);
        observers.forEach(observer -> observer.state(last, interfaceName, state, 0, 0));
    }
}
