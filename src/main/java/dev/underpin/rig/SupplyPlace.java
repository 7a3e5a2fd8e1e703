package dev.underpin.rig;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The programmable supply of a bench.
 *
 * @param instrument what it speaks: {@code scpi}
 * @param volts what it gives when nothing is wrong
 * @param ampereLimit from which current on it gives less
 */
public record SupplyPlace(
        String instrument,
        Connection connection,
        double volts,
        @JsonProperty("ampere-limit") double ampereLimit) {}
