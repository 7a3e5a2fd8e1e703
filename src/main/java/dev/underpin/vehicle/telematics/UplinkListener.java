package dev.underpin.vehicle.telematics;

import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;

/** Somebody who listens to the radio link. Called on the scheduler's thread, when the last byte has passed or the exchange failed. */
public interface UplinkListener {
    /** An exchange begins. */
    default void began(Request request) {}

    /** An exchange is over; {@code carried} names its bearer. */
    void answered(String carried, Request request, Response response);

    /** An exchange came to nothing. */
    void failed(String carried, Request request, CloudTrouble.LinkFailed why);
}
