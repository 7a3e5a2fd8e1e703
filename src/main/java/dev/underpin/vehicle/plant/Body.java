package dev.underpin.vehicle.plant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The car's body: contacts at doors, bonnet and sockets, the alarm and the crash sensor, and how steep it stands. */
public final class Body {
    private final Set<Contact> closed = EnumSet.noneOf(Contact.class);
    private double slope;

    Body() {}

    /** Contacts of the body; all of them open in a car that is locked and left alone. */
    public enum Contact {
        /** A door is open. */
        DOOR_OPEN,
        /** The bonnet is open. */
        BONNET_OPEN,
        /** A trailer is plugged in. */
        TRAILER,
        /** Something is plugged into the diagnostic connector (ISO 13400-4: the activation line). */
        TESTER_PLUGGED,
        /** The theft alarm is on. */
        ALARM,
        /** The crash sensor has triggered. */
        CRASH
    }

    /** Closes or opens a contact. */
    public void set(Contact contact, boolean now) {
        if (now) {
            closed.add(contact);
        } else {
            closed.remove(contact);
        }
    }

    /** Whether a contact is closed. */
    public boolean is(Contact contact) {
        return closed.contains(contact);
    }

    /** The contacts that are closed. */
    public List<Contact> closed() {
        return List.copyOf(closed);
    }

    /** Sets how steep the car stands, degrees, uphill positive. */
    public void slope(double degrees) {
        slope = degrees;
    }

    /** How steep the car stands, degrees, uphill positive. */
    public double slope() {
        return slope;
    }
}
