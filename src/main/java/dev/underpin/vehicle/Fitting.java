package dev.underpin.vehicle;

import dev.underpin.can.CanPort;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.vehicle.ecu.Application;
import dev.underpin.vehicle.ecu.EcuSeams;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.VehicleControl;
import dev.underpin.vehicle.telematics.VehicleState;
import dev.underpin.vehicle.telematics.update.Preconditions;
import dev.underpin.vehicle.telematics.update.Verifier;

/**
 * What is put between the parts of a vehicle when it is built: at each seam a part may be exchanged for one that behaves otherwise.
 * The standard fitting exchanges nothing.
 */
public interface Fitting {
    /** Exchanges nothing. */
    Fitting STANDARD = new Fitting() {};

    /** The port of a control unit on a bus. */
    default CanPort port(String ecu, CanPort port) {
        return port;
    }

    /** The program memory of a control unit. */
    default Banks banks(String ecu, Banks banks) {
        return banks;
    }

    /** Parts of a control unit's own: its diagnostic server and its boot loader. */
    default EcuSeams ecu(String ecu) {
        return EcuSeams.STANDARD;
    }

    /** The way between the diagnostic server of a control unit and its testers. */
    default ServerLink server(String ecu, ServerLink link) {
        return link;
    }

    /** The application of a control unit. */
    default Application application(String ecu, Application application) {
        return application;
    }

    /** The picture side of a screen, as the telematics unit's software sees it. */
    default Display display(Display display) {
        return display;
    }

    /** The way from the telematics unit's testers to a control unit. */
    default TesterLink tester(String ecu, TesterLink link) {
        return link;
    }

    /** How patient the telematics unit's testers are. */
    default ClientTiming patience(ClientTiming timing) {
        return timing;
    }

    /** The way to the cloud below the radio link. */
    default HttpExchange exchange(HttpExchange exchange) {
        return exchange;
    }

    /** What the telematics unit may ask of the vehicle. */
    default VehicleControl control(VehicleControl control) {
        return control;
    }

    /** What the telematics unit knows of the vehicle. */
    default VehicleState state(VehicleState state) {
        return state;
    }

    /** What has to be fulfilled for an update. */
    default Preconditions preconditions(Preconditions preconditions) {
        return preconditions;
    }

    /** What believes or refuses an update. */
    default Verifier verifier(Verifier verifier) {
        return verifier;
    }
}
