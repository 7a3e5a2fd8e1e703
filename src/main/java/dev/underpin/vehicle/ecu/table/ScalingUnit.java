package dev.underpin.vehicle.ecu.table;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * Units of scaling records (ISO 14229-1:2020 annex C.2, table of unit and format): for a prefix and for a unit each a byte that announces one
 * of the kind, and its number. A unit that the standard has not is left out.
 */
final class ScalingUnit {
    private static final int UNIT = 0xA1;
    private static final Map<String, int[]> UNITS = Map.ofEntries(
            Map.entry("s", new int[] {0x08}),
            Map.entry("A", new int[] {0x0D}),
            Map.entry("V", new int[] {0x0E}),
            Map.entry("kOhm", new int[] {0x45, 0x10}),
            Map.entry("degC", new int[] {0x17}),
            Map.entry("kW", new int[] {0x45, 0x21}),
            Map.entry("km", new int[] {0x45, 0x01}),
            Map.entry("km/h", new int[] {0x30}),
            Map.entry("rpm", new int[] {0x33}),
            Map.entry("%", new int[] {0x35}),
            Map.entry("Nm", new int[] {0x38}));

    private ScalingUnit() {}

    static void write(String unit, ByteArrayOutputStream record) {
        for (int part : UNITS.getOrDefault(unit, new int[0])) {
            record.write(UNIT);
            record.write(part);
        }
    }
}
