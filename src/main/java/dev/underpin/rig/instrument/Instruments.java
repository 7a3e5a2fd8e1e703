package dev.underpin.rig.instrument;

import dev.underpin.instrument.LcusBoard;
import dev.underpin.instrument.NumatoBoard;
import dev.underpin.instrument.RelayBoard;
import dev.underpin.instrument.ScpiSupply;
import dev.underpin.instrument.emulated.RelayBoardEmulator;
import dev.underpin.instrument.emulated.ScpiSupplyEmulator;
import dev.underpin.rig.Connection;
import dev.underpin.rig.RelayPlace;
import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.SupplyPlace;
import dev.underpin.serial.ByteLine;
import dev.underpin.serial.DeviceError;
import dev.underpin.serial.SerialPortLine;
import dev.underpin.serial.TcpLine;
import dev.underpin.serial.emulated.LinePair;
import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The instruments that a rig file names, opened and in their known state: the supply switched off and on again at its voltage, each relay closed
 * that a control unit's supply goes through, terminal 15 and the wake line open.
 *
 * <p>Threading: the world's thread. Closing them leaves outputs as they are; the next opening brings them to their known state.
 */
public final class Instruments implements AutoCloseable {
    private static final long SETTLE_WITHIN = 20 * Nanos.SECOND;

    private final Scheduler scheduler;
    private final Executor inbox;
    private final Simulated simulated;
    private final Map<Connection, RelayBoard> boards = new HashMap<>();
    private @Nullable ScpiSupply supply;
    private @Nullable BenchSupply bench;
    private Relays relays = new Relays(Map.of());

    /** What emulated instruments do to simulated control units. */
    public interface Simulated {
        /** So many volts are at the terminals of the supply. */
        void volts(double volts);

        /** The supply wire of a control unit is whole or cut. */
        void wire(String ecu, boolean whole);
    }

    private Instruments(Scheduler scheduler, Executor inbox, Simulated simulated) {
        this.scheduler = scheduler;
        this.inbox = inbox;
        this.simulated = simulated;
    }

    /**
     * Opens them and lets time pass until they are in their known state; a rig without instruments has none.
     *
     * @param inbox where serial ports hand in what they hear
     * @throws RigError when one cannot be used or does not do what it is told
     */
    public static Instruments open(
            RigFile file, Scheduler scheduler, Executor inbox, Await await, Simulated simulated) {
        Instruments all = new Instruments(scheduler, inbox, simulated);
        try {
            all.relays(Optional.ofNullable(file.relays()).orElse(Map.of()));
            Optional.ofNullable(file.supply()).ifPresent(all::supply);
            await.untilTrue("the instruments to settle", SETTLE_WITHIN, all::settled, () -> "one is still at work");
            return all;
        } catch (DeviceError wrong) {
            all.close();
            throw new RigError(String.valueOf(wrong.getMessage()));
        }
    }

    private void relays(Map<String, RelayPlace> places) {
        Map<String, Relays.Relay> opened = new HashMap<>();
        places.forEach((name, place) -> opened.put(
                name,
                new Relays.Relay(
                        boards.computeIfAbsent(place.connection(), any -> board(places, place)), place.channel())));
        relays = new Relays(opened);
        places.keySet().forEach(name -> relays.set(name, !name.equals(Relays.IGNITION) && !name.equals(Relays.WAKE)));
    }

    private RelayBoard board(Map<String, RelayPlace> places, RelayPlace place) {
        ByteLine line;
        if (place.connection().emulated()) {
            LinePair pair = new LinePair(scheduler, "emulated");
            RelayBoardEmulator played = place.board().equals("numato")
                    ? RelayBoardEmulator.numato(pair.device())
                    : RelayBoardEmulator.lcus(pair.device());
            played.listen((channel, closed) -> moved(places, place.connection(), channel, closed));
            line = pair.host();
        } else {
            line = line(place.connection());
        }
        return switch (place.board()) {
            case "numato" -> new NumatoBoard(scheduler, line);
            default -> new LcusBoard(scheduler, line, place.board().equals("lcus"));
        };
    }

    private void moved(Map<String, RelayPlace> places, Connection board, int channel, boolean closed) {
        places.forEach((name, place) -> {
            boolean wire = !name.equals(Relays.IGNITION) && !name.equals(Relays.WAKE);
            if (wire && place.connection().equals(board) && place.channel() == channel) {
                simulated.wire(name, closed);
            }
        });
    }

    private void supply(SupplyPlace place) {
        ScpiSupply opened = new ScpiSupply(scheduler, supplyLine(place));
        supply = opened;
        opened.begin(place.volts(), place.ampereLimit());
        opened.output(true);
        bench = new BenchSupply(opened, relays, place.volts());
    }

    private ByteLine supplyLine(SupplyPlace place) {
        if (!place.connection().emulated()) {
            return line(place.connection());
        }
        LinePair pair = new LinePair(scheduler, "emulated");
        new ScpiSupplyEmulator(scheduler, pair.device(), simulated::volts);
        return pair.host();
    }

    private ByteLine line(Connection connection) {
        String tcp = connection.tcp();
        if (tcp == null) {
            return SerialPortLine.open(String.valueOf(connection.serial()), connection.baudOrUsual(), inbox);
        }
        int colon = tcp.indexOf(':');
        return TcpLine.connect(tcp.substring(0, colon), Integer.parseInt(tcp.substring(colon + 1)), scheduler);
    }

    /** The supply, where the bench has one. */
    public Optional<BenchSupply> supply() {
        return Optional.ofNullable(bench);
    }

    /**
     * What the supply measures at its terminals, volts; lets time pass until it has answered. Empty where the bench has none.
     *
     * @throws RigError when it does not answer, or not as a supply does
     */
    public OptionalDouble volts(Await await) {
        if (supply == null) {
            return OptionalDouble.empty();
        }
        double[] found = {Double.NaN};
        try {
            supply.measure((volts, amperes) -> found[0] = volts);
            supply.settle(await);
            return OptionalDouble.of(found[0]);
        } catch (DeviceError wrong) {
            throw new RigError(String.valueOf(wrong.getMessage()));
        }
    }

    /** The relays; none where the bench has none. */
    public Relays relays() {
        return relays;
    }

    private boolean settled() {
        return relays.settled() && (supply == null || supply.settled());
    }

    @Override
    public void close() {
        boards.values().forEach(RelayBoard::close);
        if (supply != null) {
            supply.close();
        }
    }
}
