package dev.reflux.activities.stage.pseudolabel;

import java.util.List;

/**
 * What the stage finds once a round and every shard of the round reads.
 *
 * @param examples seeds shown to the teacher
 * @param asked seeds the teacher was asked about
 * @param right those of them that it labelled right
 * @param unlabelled those of them that it gave no label
 */
record LabelPreparation(List<Example> examples, int asked, int right, int unlabelled) {

    LabelPreparation {
        examples = List.copyOf(examples);
    }
}
