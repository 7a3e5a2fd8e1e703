package dev.underpin.campaign.store;

import dev.underpin.campaign.Broken;
import dev.underpin.campaign.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * The results of a campaign as one Parquet file (not compressed), a row each: {@code run} (int32), {@code verdict}, {@code end}, {@code broken}
 * (promises, joined by commas), {@code reason} (of the worst), {@code met} (kind@phase, joined by commas), {@code vehicle_seconds}
 * (double), {@code digest}.
 */
final class ParquetFile {
    private static final MessageType SCHEMA = new MessageType(
            "result",
            Types.required(PrimitiveTypeName.INT32).named("run"),
            text("verdict"),
            text("end"),
            text("broken"),
            text("reason"),
            text("met"),
            Types.required(PrimitiveTypeName.DOUBLE).named("vehicle_seconds"),
            text("digest"));

    private ParquetFile() {}

    /** Writes {@code results}, in place of what is there. */
    static void write(Path file, List<RunResult> results) throws IOException {
        Files.deleteIfExists(file);
        try (ParquetWriter<Group> rows = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (RunResult result : results) {
                rows.write(row(result));
            }
        }
    }

    private static Group row(RunResult result) {
        Group row = new SimpleGroup(SCHEMA);
        row.add("run", result.index());
        row.add("verdict", result.verdict().label());
        row.add("end", result.end());
        row.add("broken", joined(result.broken().stream().map(Broken::promise).toList()));
        row.add(
                "reason",
                result.broken().isEmpty() ? "" : result.broken().getFirst().reason());
        row.add(
                "met",
                joined(result.met().stream()
                        .map(it -> it.kind() + "@" + it.phase())
                        .toList()));
        row.add("vehicle_seconds", result.vehicleSeconds());
        row.add("digest", result.digest());
        return row;
    }

    private static String joined(List<String> words) {
        return String.join(",", words);
    }

    private static org.apache.parquet.schema.Type text(String name) {
        return Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }
}
