package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A served bus, followed by another process. */
@Order(Integer.MAX_VALUE)
@ResourceLock("the clock on the wall")
class TraceFollowsTest {
    @Test
    void a_bus_served_by_socketcand_is_shown_until_the_user_ends_it() throws Exception {
        try (Started served = Started.serving("--bus", "drive", "--as", "socketcand", "--port", "0");
                Started trace = following("socketcand", served.port())) {
            List<String> lines = trace.linesUntil("VCU_DriveState");

            assertThat(lines).anyMatch(line -> line.matches(" *\\d+\\.\\d{6}  drive .*VCU_DriveState.*"));
            assertThat(trace.end("INT")).isZero();
            assertThat(trace.lastWords()).matches("# Ended: \\d+ frames, 0 error frames");
        }
    }

    @Test
    void a_bus_in_a_multicast_group_is_shown_until_the_user_ends_it() throws Exception {
        try (Started served = Started.serving("--bus", "drive", "--as", "udp-multicast", "--port", "0");
                Started trace = following("udp-multicast", served.port())) {
            assertThat(trace.linesUntil("VCU_DriveState")).isNotEmpty();
            assertThat(trace.end("TERM")).isZero();
            assertThat(trace.lastWords()).startsWith("# Ended: ");
        }
    }

    @Test
    void it_ends_with_the_bus() throws Exception {
        try (Started served = Started.serving("--bus", "drive", "--as", "socketcand", "--port", "0");
                Started trace = following("socketcand", served.port())) {
            trace.linesUntil("VCU_DriveState");
            assertThat(served.end("INT")).isZero();

            assertThat(trace.lastWords()).startsWith("# Ended: ");
            assertThat(trace.exit()).isZero();
        }
    }

    private static Started following(String way, String port) throws Exception {
        return new Started("trace", "--live", "--as", way, "--host", "127.0.0.1:" + port, "--bus", "drive");
    }
}
