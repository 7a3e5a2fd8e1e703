package dev.underpin.history;

/**
 * What a record tells of. The names in braces are the record's fields; a field that does not apply is absent.
 *
 * <p>Everything here can be seen from outside the vehicle and the cloud: on the wire, on the screen, in the hand, on the radio
 * link, at the supply terminals, in the flash cells.
 */
public enum Kind {
    /** Where the scenario stands: {text, state: started|ended, verdict}. */
    STEP,
    /**
     * A diagnostic message seen on a medium: {link, ecu, direction: request|response, functional, sid, pdu, length, nrc}. {@code sid} is
     * the request's service identifier on both directions; {@code pdu} the first 4096 bytes in hex, of a TransferData request the first
     * 2; {@code length} the whole length in bytes.
     */
    UDS,
    /**
     * An HTTP exchange: {leg: vehicle|app|desk|intruder, method, path, millis, status, request, response, bytes, crc, error}. Bodies only
     * if they are JSON; {@code millis}, of the vehicle alone, is how long it took on the air; {@code crc}, of the vehicle alone, is the CRC-32 of
     * what was received: status, ETag and body.
     */
    HTTP,
    /** An answer to the vehicle as the cloud gave it, before anything on the way could happen to it: {path, status, bytes, crc}. */
    ANSWER,
    /**
     * What a screen shows changed: {screen, change: shown|updated|dismissed, view, title, text, buttons, progress, reason}. {@code text}
     * joins the lines with " | ", {@code buttons} with ", ".
     */
    SCREEN,
    /** A person touched a screen: {screen, button, effect: accepted|none}. */
    PRESS,
    /** A lamp of the cluster: {lamp, colour, lit}. */
    LAMP,
    /** A signal with a value table, or an on/off signal, changed on a bus: {bus, message, signal, value, label}. */
    SIGNAL,
    /**
     * The fault confinement state of a node's controller changed: {bus, node, state:
     * error-active|error-warning|error-passive|bus-off, transmitErrors, receiveErrors}. The errors that led there are error frames in
     * the bus's {@link FrameLog}.
     */
    CONTROLLER,
    /** The supply at an ECU's terminals changed: {ecu, powered, volts}. */
    SUPPLY,
    /** A flash operation was done: {ecu, slot, operation: erase|program|mark, bytes}. Consecutive programmings of a slot are one record. */
    FLASH,
    /**
     * An ECU came out of reset: {ecu, from: application|bootloader, slot, version, sha256, complete}. Of a real one, which tells it on the wire
     * alone (source wire): it has said its version and image after a reset, or another image than before; without slot.
     */
    BOOT,
    /** The physical vehicle, once a second while awake: {soc, volts12, speed, gear, ignition, charging, odometer}. */
    VEHICLE,
    /**
     * A person did something to the vehicle, or a circumstance was set: {action, value, granted, reason}. Hands: ignition on|off, gear
     * P|R|N|D, drive, stop, plug, unplug, navigation start|end, driving-assistance on|off, phone-call. Circumstances, always granted:
     * wifi on|off, cellular on|off, network weak, state-of-charge, low-voltage-charge, diagnostic-interface enabled|disabled, account
     * registered|unregistered, contact valid|missing, update-consent given|missing, update-support yes|no, diagnostics-software
     * recent|outdated, release (the bundle). Of the operator beside a bench: asked (the question; granted unless he said no; the reason is
     * his answer).
     */
    ACTION,
    /**
     * A real medium did something besides carrying a frame: {bus, interface, event: lost|foreign, sender, frame}, or at the end how well the
     * run kept time: {event: jitter, alarms, median, p99, max, given-up}, and how long frames of a bus took from the kernel's time stamp to
     * their entry in its log: {bus, event: latency, frames, median, p99, max}, in seconds of the clock on the wall. A frame is lost that the
     * kernel did not show in time; one is foreign that nobody of this rig sent, where time does not pass by the wall.
     */
    MEDIUM,
    /** A fault was switched: {fault, target, state: injected|healed}. */
    FAULT,
    /** An independent listener saw a fault's effect: {fault, target, seen}. */
    WITNESS,
    /** A judgement: {clause, verdict, reason, records}. */
    VERDICT
}
