package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Conveyor;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardReceipt;
import dev.reflux.activities.shard.ShardSet;
import java.util.List;

/** Writes shards, numbered without gaps, on a conveyor: they are there once it has finished. */
final class LineWriter {

    private final ShardSet shards;
    private final Conveyor<ShardReceipt> conveyor;
    private int written;

    LineWriter(ShardSet shards, Conveyor<ShardReceipt> conveyor) {
        this.shards = shards;
        this.conveyor = conveyor;
    }

    /** One shard, if it has any line. */
    void write(List<SampleLine> lines) {
        if (!lines.isEmpty()) {
            int number = ++written;
            conveyor.put(() -> shards.writeLines(number, lines));
        }
    }
}
