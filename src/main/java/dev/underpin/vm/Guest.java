package dev.underpin.vm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done in the virtual machine.
 *
 * @param command program and arguments, as this machine would run them
 * @param directory where it runs
 * @param results a folder of this machine that it may write, there at the same place; null for none
 * @param limit wall time from switching on until the machine is switched off, whatever it does
 */
public record Guest(
        List<String> command, Path directory, @Nullable Path results, Duration limit) {}
