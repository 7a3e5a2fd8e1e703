package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import dev.underpin.vehicle.ecu.table.DidAccess;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application that binds whatever its table declares and tells what happened to it. */
final class TestApplication implements Application {
    final List<String> events = new ArrayList<>();
    final Map<Intrusion, Nrc> vetoes = new EnumMap<>(Intrusion.class);
    final List<Double> writes = new ArrayList<>();
    Runnable onStart = () -> {};
    String forgotten = "";

    private final EcuSpec spec;
    private @Nullable EcuContext context;

    TestApplication(EcuSpec spec) {
        this.spec = spec;
    }

    EcuContext context() {
        return java.util.Objects.requireNonNull(context);
    }

    @Override
    public void bind(Bindings bindings) {
        spec.dids().stream()
                .filter(did -> (did.did() < 0xF100 || did.did() >>> 8 == 0xF4)
                        && !did.name().equals(forgotten))
                .forEach(did -> bind(bindings, did));
        spec.routines()
                .forEach(routine -> bindings.routine(routine.name(), (options, answer) -> answer.positive((byte) 0)));
        bindings.snapshot(() -> Map.of("SoC", 50.0));
    }

    @Override
    public void start(EcuContext newContext) {
        context = newContext;
        events.add("start " + newContext.version());
        onStart.run();
    }

    @Override
    public void stop() {
        events.add("stop");
    }

    @Override
    public void sessionChanged(Session session) {
        events.add("session " + session);
    }

    @Override
    public Nrc veto(Intrusion intrusion) {
        return vetoes.getOrDefault(intrusion, Nrc.POSITIVE);
    }

    private void bind(Bindings bindings, DidSpec did) {
        if (did.isRow() && did.access().contains(DidAccess.CONTROL)) {
            bindControlledRow(bindings, did);
            return;
        }
        if (did.isRow()) {
            bindings.numbers(did.name(), () -> new double[did.count()]);
        } else if (did.isText()) {
            bindings.text(did.name(), () -> did.labels().getOrDefault(0, "x"));
        } else {
            bindings.number(did.name(), () -> 1);
        }
        if (did.access().contains(DidAccess.CONTROL)) {
            bindings.controlled(did.name(), value -> events.add("adjust " + value), () -> events.add("release"));
        }
        if (did.access().contains(DidAccess.WRITE)) {
            bindings.written(did.name(), writes::add);
        }
    }

    private void bindControlledRow(Bindings bindings, DidSpec did) {
        double[] row = new double[did.count()];
        bindings.numbers(did.name(), row::clone);
        bindings.controlledRow(
                did.name(), (element, value) -> row[element] = value, element -> events.add("release " + element));
    }
}
