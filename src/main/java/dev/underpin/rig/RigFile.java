package dev.underpin.rig;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.underpin.can.BusTiming;
import dev.underpin.fault.Seam;
import dev.underpin.mistake.UserMistake;
import dev.underpin.mistake.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rig, as its file describes it; {@code rig.schema.json} beside this class is the authority on fields and values.
 *
 * @param name the rig's name in reports
 * @param start civil time at which each scenario starts
 * @param ecus control unit to {@code simulated}
 * @param lease where the lease of a bench lies; null for the usual place
 * @param health what is expected of the rig before a run; null for what its other files say
 */
public record RigFile(
        @JsonProperty("rig") String name,
        @Nullable String description,
        String tier,
        Instant start,
        Vehicle vehicle,
        Map<String, Bus> buses,
        Ethernet ethernet,
        Map<String, String> ecus,
        Cloud cloud,
        @Nullable LeaseFolder lease,
        @Nullable ExpectedHealth health) {

    /** The vehicle: its identity and the files that declare its control units and signals. */
    public record Vehicle(
            String vin, @JsonProperty("ecu-table") String ecuTable, String signals) {}

    /** One CAN bus; bit rates in bit/s, {@code dataBitRate} null on a classical bus. */
    public record Bus(
            String medium,
            @JsonProperty("bit-rate") int bitRate,
            @JsonProperty("data-bit-rate") @Nullable Integer dataBitRate) {
        BusTiming timing() {
            return new BusTiming(bitRate, dataBitRate == null ? 0 : dataBitRate);
        }
    }

    /** The in-vehicle Ethernet; bit rate in bit/s. */
    public record Ethernet(
            String medium, @JsonProperty("bit-rate") long bitRate) {}

    /** The manufacturer's cloud: how it is reached and what it can release. */
    public record Cloud(String transport, String releases) {}

    /** Where the lease of a bench lies: a folder that every user of the bench can write to. */
    public record LeaseFolder(String folder) {}

    /** The bit rates of each bus, by its name. */
    public Map<String, BusTiming> timings() {
        Map<String, BusTiming> timings = new LinkedHashMap<>();
        buses.forEach((bus, described) -> timings.put(bus, described.timing()));
        return timings;
    }

    /** The seams at which faults can come in. */
    public Set<Seam> seams() {
        return EnumSet.allOf(Seam.class);
    }

    /**
     * Reads and checks a rig file and that the files it names are there.
     *
     * @throws UserMistake naming file, line, field, what was expected and what was found
     */
    public static RigFile read(Path file) {
        RigFile rig = YamlFile.read(file, RigFile.class, "rig.schema.json", RigFile.class);
        requireFile(file, "vehicle.ecu-table", rig.vehicle().ecuTable());
        requireFile(file, "vehicle.signals", rig.vehicle().signals());
        requireFile(file, "cloud.releases", rig.cloud().releases());
        return rig;
    }

    /** Whether scenarios run on one and the same bench, one after the other: it is leased, and left safe after each of them. */
    public boolean isShared() {
        return tier.equals("bench");
    }

    private static void requireFile(Path rig, String field, String named) {
        if (!Files.isRegularFile(rig.resolveSibling(named))) {
            throw UserMistake.in(
                    rig.toString(),
                    "field " + field,
                    "the name of a file beside the rig file",
                    "'" + named + "', which is not there");
        }
    }
}
