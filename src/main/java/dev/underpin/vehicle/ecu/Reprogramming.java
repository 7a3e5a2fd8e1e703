package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.Routine;
import dev.underpin.vehicle.ecu.boot.BootLoader;
import dev.underpin.vehicle.ecu.boot.Programming;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The routines of a control unit with flash. In the programming session, unlocked: FF00 erase, 0202 check of the image, FF01 check of
 * its dependencies. In any other than the default session: F010 tells with its status byte the response code that would refuse
 * programming, 00 if none; F011, unlocked, activates the written slot; F012 confirms what runs; F013 goes back to the other slot,
 * from a confirmed one only unlocked, since any reset undoes an unconfirmed one as well.
 */
final class Reprogramming {
    private static final int ANY_OPTIONS = -1;

    private final Map<Integer, Routine> routines = new TreeMap<>();

    Reprogramming(BootLoader boot, Programming programming, Supplier<Nrc> conditions, BooleanSupplier unlocked) {
        add(0xFF00, "erase", Programming.ACCESS, ANY_OPTIONS, programming::erase);
        add(0x0202, "check image", Programming.ACCESS, ANY_OPTIONS, programming::check);
        add(0xFF01, "check dependencies", Programming.ACCESS, ANY_OPTIONS, programming::checkDependencies);
        add(
                0xF010,
                "preconditions",
                Access.NOT_DEFAULT,
                0,
                (options, answer) -> answer.positive((byte) conditions.get().code()));
        add(0xF011, "activate", Access.NOT_DEFAULT.unlocked(1), boot::activate);
        add(0xF012, "confirm", Access.NOT_DEFAULT, boot::confirm);
        add(0xF013, "roll back", Access.NOT_DEFAULT, ended -> {
            if (boot.runsConfirmed() && !unlocked.getAsBoolean()) {
                ended.accept(Nrc.SECURITY_ACCESS_DENIED);
            } else {
                boot.rollBack(ended);
            }
        });
    }

    Map<Integer, Routine> routines() {
        return routines;
    }

    private void add(int rid, String name, Access access, Consumer<Consumer<Nrc>> step) {
        add(rid, name, access, 0, (options, answer) -> step.accept(nrc -> settle(nrc, answer)));
    }

    private void add(int rid, String name, Access access, int options, Routine.Step step) {
        routines.put(rid, Routine.startable(rid, name, access, options, step));
    }

    private static void settle(Nrc nrc, Answer answer) {
        if (nrc == Nrc.POSITIVE) {
            answer.positive((byte) 0);
        } else {
            answer.negative(nrc);
        }
    }
}
