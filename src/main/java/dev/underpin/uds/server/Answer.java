package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;

/**
 * Where the ECU puts the outcome of what it was asked (ISO 14229-1:2020 clause 8), at once or later on the scheduler's thread. While none is given the server
 * tells the tester to wait (response code 0x78). The first outcome counts; one that comes after the request was given up (power off)
 * is ignored.
 */
public interface Answer {
    /** Done; {@code record} is what follows the echoed part of the positive response, often nothing. */
    void positive(byte... record);

    /** Refused. */
    void negative(Nrc nrc);
}
