package dev.underpin.campaign.store;

import blue.strategic.parquet.ParquetWriter;
import dev.underpin.campaign.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * The results of a campaign as one Parquet file (Snappy), a row each: {@code run} (int32), {@code verdict}, {@code end}, {@code broken}
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
        try (ParquetWriter<RunResult> rows = ParquetWriter.writeFile(SCHEMA, file.toFile(), (result, row) -> {
            row.write("run", result.index());
            row.write("verdict", result.verdict().label());
            row.write("end", result.end());
            row.write("broken", joined(result.broken().stream().map(it -> it.promise()).toList()));
            row.write("reason", result.broken().isEmpty() ? "" : result.broken().getFirst().reason());
            row.write("met", joined(result.met().stream().map(it -> it.kind() + "@" + it.phase()).toList()));
            row.write("vehicle_seconds", result.vehicleSeconds());
            row.write("digest", result.digest());
        })) {
            for (RunResult result : results) {
                rows.write(result);
            }
        }
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
