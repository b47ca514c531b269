package dev.reflux.activities.teacher.embedded;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;
import java.util.Set;

/** A share of the embedded teacher's seeds, and the head that was trained without them: an honest judge of these seeds. */
public final class SeedFold {

    private final Set<String> heldOut;
    private final EmbeddingHead head;

    SeedFold(Set<String> heldOut, EmbeddingHead head) {
        this.heldOut = heldOut;
        this.head = head;
    }

    /** Ids of the seeds that the head has not seen. */
    public Set<String> heldOut() {
        return heldOut;
    }

    /** What the head thinks of a text's vector, raw. */
    public List<Candidate> classify(float[] vector) {
        return head.classify(vector, LabelOpinion.MOST_CANDIDATES);
    }
}
