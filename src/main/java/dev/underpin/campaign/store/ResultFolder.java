package dev.underpin.campaign.store;

import dev.underpin.campaign.RunResult;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of a campaign, one line each in {@code results.jsonl}, beside {@code campaign.json} which says whose they are. A result is
 * one write and survives the end of the process; every so many are forced to the disk. A line that was not written whole is not there.
 *
 * <p>Thread-safe. Whoever opened it closes it.
 */
public final class ResultFolder implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADER = "campaign.json";
    private static final String RESULTS = "results.jsonl";
    private static final int FORCED_EVERY = 64;

    private final FileChannel results;
    private final Map<Integer, RunResult> known;
    private int unforced;

    private ResultFolder(FileChannel results, Map<Integer, RunResult> known) {
        this.results = results;
        this.known = known;
    }

    /**
     * Opens a folder to add results to: a new one, or one that a run of the same campaign was interrupted in.
     *
     * @throws UserMistake when it holds another campaign or another shard
     */
    public static ResultFolder open(Path folder, Header header) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(HEADER))) {
            Header found = header(folder);
            if (!found.equals(header)) {
                throw UserMistake.in(folder.toString(), "", "results of " + header, "those of " + found);
            }
        } else {
            Files.writeString(folder.resolve(HEADER), JSON.writeValueAsString(header));
        }
        FileChannel channel = FileChannel.open(
                folder.resolve(RESULTS), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Map<Integer, RunResult> known = new TreeMap<>();
        channel.truncate(read(folder, known));
        channel.position(channel.size());
        return new ResultFolder(channel, known);
    }

    /**
     * Whose results a folder holds.
     *
     * @throws UserMistake when it is no folder of a campaign
     */
    public static Header header(Path folder) {
        try {
            return JSON.readValue(Files.readString(folder.resolve(HEADER)), Header.class);
        } catch (IOException | JacksonException unreadable) {
            throw UserMistake.in(folder.toString(), "", "a folder of a campaign", "no readable " + HEADER);
        }
    }

    /** The results in a folder, by the place in the list. */
    public static Map<Integer, RunResult> results(Path folder) throws IOException {
        Map<Integer, RunResult> all = new TreeMap<>();
        read(folder, all);
        return all;
    }

    /** Reads what is whole; returns how many bytes that is. */
    private static long read(Path folder, Map<Integer, RunResult> into) throws IOException {
        byte[] all = Files.exists(folder.resolve(RESULTS)) ? Files.readAllBytes(folder.resolve(RESULTS)) : new byte[0];
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                RunResult result;
                try {
                    result = JSON.readValue(all, from, at - from, RunResult.class);
                } catch (JacksonException damaged) {
                    throw UserMistake.in(
                            folder.resolve(RESULTS).toString(), "", "one result a line", damaged.getOriginalMessage());
                }
                into.putIfAbsent(result.index(), result);
                from = at + 1;
            }
        }
        return from;
    }

    /** Whether a run has its result. */
    public synchronized boolean has(int index) {
        return known.containsKey(index);
    }

    /** Adds a result; it is there for good when this returns. */
    public synchronized void add(RunResult result) throws IOException {
        if (known.putIfAbsent(result.index(), result) != null) {
            throw new IllegalStateException("run %d has a result already".formatted(result.index()));
        }
        byte[] json = JSON.writeValueAsBytes(result);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        while (line.hasRemaining()) {
            results.write(line);
        }
        if (++unforced == FORCED_EVERY) {
            results.force(false);
            unforced = 0;
        }
    }

    /** All results so far, by the place in the list. */
    public synchronized List<RunResult> all() {
        return new ArrayList<>(known.values());
    }

    @Override
    public synchronized void close() throws IOException {
        results.force(true);
        results.close();
    }
}
