package dev.underpin.trace;

import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Database;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a trace are taken from. Immutable.
 *
 * @param signals what cyclic frames mean
 * @param table the control units: addresses, identifiers, routines, trouble codes
 * @param buses the buses that the rig knows; on any other one an address holds whatever its bus
 */
public record Vocabulary(Database signals, EcuTable table, Set<String> buses) {
    /**
     * The words of a rig.
     *
     * @param file where {@code rig} was read from
     * @param dbc signals to use in place of the rig's; null for the rig's
     * @throws UserMistake when a file that it names does not hold
     */
    public static Vocabulary of(RigFile rig, Path file, @Nullable Path dbc) {
        return new Vocabulary(
                Database.read(dbc == null ? file.resolveSibling(rig.vehicle().signals()) : dbc),
                EcuTable.load(file.resolveSibling(rig.vehicle().ecuTable())),
                rig.buses().keySet());
    }

    /** Whether what the table says of the bus {@code declared} holds on the channel {@code channel}. */
    boolean holds(String declared, String channel) {
        return declared.equals(channel) || !buses.contains(channel);
    }

    /** Whether the database says that the control unit sends this frame. */
    boolean sends(String ecu, CanFrame frame) {
        return signals.find(frame)
                .filter(message ->
                        message.sender().equals(ecu) || message.transmitters().contains(ecu))
                .isPresent();
    }

    /** A control unit of the table or a node of the database. */
    String ecu(String name) {
        Set<String> known = new TreeSet<>(table.ecus().keySet());
        signals.nodes().forEach(node -> known.add(node.name()));
        if (!known.contains(name)) {
            throw UserMistake.saying(
                    "--ecu: expected one of %s, found \"%s\"".formatted(String.join(", ", known), name));
        }
        return name;
    }
}
