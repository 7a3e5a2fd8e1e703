package dev.underpin.campaign.store;

/**
 * Which campaign a folder is of: two folders belong together when these agree, their shards aside.
 *
 * @param campaign its name
 * @param file SHA-256 of its file
 * @param seed of all chance
 * @param runs how many runs its list has
 * @param shard which part of the list is played here, from 1
 * @param shards how many parts there are
 */
public record Header(String campaign, String file, long seed, int runs, int shard, int shards) {
    /** Whether both are of one campaign, cut in the same way. */
    public boolean sameCampaign(Header other) {
        return with(1).equals(other.with(1));
    }

    /** Whether a run of the list is played here. */
    public boolean has(int index) {
        return index % shards == shard - 1;
    }

    private Header with(int other) {
        return new Header(campaign, file, seed, runs, other, shards);
    }
}
