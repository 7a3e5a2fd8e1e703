package dev.underpin.campaign.store;

import dev.underpin.campaign.RunResult;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins the shards of a campaign. */
public final class Merge {
    private Merge() {}

    /**
     * All shards in one folder.
     *
     * @param into a new folder
     * @throws UserMistake when one of them is of another campaign, twice there, or holds runs that are not its own
     */
    public static ResultFolder of(List<Path> shards, Path into) throws IOException {
        Map<Integer, Path> places = new LinkedHashMap<>();
        Map<Integer, RunResult> all = new TreeMap<>();
        Header first = ResultFolder.header(shards.getFirst());
        for (Path folder : shards) {
            Header header = ResultFolder.header(folder);
            if (!header.sameCampaign(first)) {
                throw UserMistake.in(folder.toString(), "", "a shard of " + first, "one of " + header);
            }
            Path other = places.put(header.shard(), folder);
            if (other != null) {
                throw UserMistake.in(
                        folder.toString(),
                        "",
                        "another shard than that in " + other,
                        "shard %d again".formatted(header.shard()));
            }
            Map<Integer, RunResult> own = ResultFolder.results(folder);
            own.keySet().stream()
                    .filter(index -> !header.has(index))
                    .findFirst()
                    .ifPresent(index -> {
                        throw UserMistake.in(
                                folder.toString(),
                                "",
                                "runs of shard %d alone".formatted(header.shard()),
                                "run " + index);
                    });
            all.putAll(own);
        }
        ResultFolder whole =
                ResultFolder.open(into, new Header(first.campaign(), first.file(), first.seed(), first.runs(), 1, 1));
        for (RunResult result : all.values()) {
            if (!whole.has(result.index())) {
                whole.add(result);
            }
        }
        return whole;
    }

    /**
     * What the shards did to themselves: all their repetitions, and the canary caught only if each of them caught it.
     *
     * @throws UserMistake when a shard has not come to its end
     */
    public static Summary.Checks checks(List<Path> shards) {
        int repeated = 0;
        List<Integer> differed = new ArrayList<>();
        boolean caught = true;
        for (Path folder : shards) {
            Summary.Checks own = Summary.checks(folder);
            repeated += own.repeated();
            differed.addAll(own.differed());
            caught &= own.canaryCaught();
        }
        return new Summary.Checks(repeated, differed, caught);
    }
}
