package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Session;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.DataIdentifier;
import dev.underpin.uds.server.Output;
import dev.underpin.vehicle.ecu.table.DidSpec;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An output (0x2F) that is a data identifier which the application lets testers control: each number of a row is a parameter of its own. */
record BoundOutput(DidSpec did, BoundValues.Control control, DataIdentifier data, Set<Integer> meant)
        implements Output {
    static Output of(DidSpec did, BoundValues.Control control, DataIdentifier data) {
        Set<Integer> all = IntStream.range(0, did.count()).boxed().collect(Collectors.toCollection(TreeSet::new));
        return new BoundOutput(did, control, data, all);
    }

    @Override
    public Access access() {
        return Access.in(Session.EXTENDED);
    }

    @Override
    public byte[] state() {
        return data.reader().get();
    }

    @Override
    public int parameters() {
        return did.count();
    }

    @Override
    public Output only(Set<Integer> parameters) {
        return new BoundOutput(did, control, data, parameters);
    }

    @Override
    public boolean accepts(byte[] state) {
        return meant.stream().allMatch(parameter -> did.accepts(element(state, parameter)));
    }

    @Override
    public void adjust(byte[] state) {
        meant.forEach(parameter -> control.adjust().accept(parameter, did.number(element(state, parameter))));
    }

    @Override
    public void freeze() {
        adjust(state());
    }

    @Override
    public void resetToDefault() {
        adjust(new byte[did.length()]);
    }

    @Override
    public void release() {
        meant.forEach(control.release()::accept);
    }

    private byte[] element(byte[] state, int parameter) {
        int width = did.length() / did.count();
        return Arrays.copyOfRange(state, parameter * width, (parameter + 1) * width);
    }
}
