package dev.underpin.rig;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A man in the middle of a bus whose wire is cut: real control units hang on an interface of their own, and Underpin hands every frame
 * on between them and the rest of the bus.
 *
 * @param interfaceName the CAN interface towards those units, where the bus is on one
 * @param port the serial port of the adapter towards them, where the bus is on one, or {@value RigFile.Bus#EMULATED}
 * @param units the real control units behind it
 */
public record MiddlePlace(
        @JsonProperty("interface") @Nullable String interfaceName,
        @Nullable String port,
        List<String> units) {}
