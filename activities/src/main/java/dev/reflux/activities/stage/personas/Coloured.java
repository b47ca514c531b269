package dev.reflux.activities.stage.personas;

import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;

/** A sample and a persona that it is to take colour from. */
record Coloured(Sample sample, String persona) {

    static final String ASK = "personas/ask";
    static final String ANSWER_AS = "personas/answer-as";
    static final String TALK_AS = "personas/talk-as";

    /** The sample as the persona would ask it. */
    Sample asked(String text) {
        return child(text, ASK);
    }

    /** The sample, to be answered as the persona: it is named in the task and, for the student to see, in the system message. */
    Sample answeredAs() {
        Sample child = child(sample.text(), ANSWER_AS);
        String system = TaskPrompt.system(sample.task().system(), persona);
        return child.under(child.task().withPersona(persona).withSystem(system));
    }

    /** The sample, to be talked about by the persona: no system message tells the assistant to be it. */
    Sample talkedAs() {
        Sample child = child(sample.text(), TALK_AS);
        return child.under(child.task().withPersona(persona));
    }

    /** Two personas may have the same words for it: the persona is part of the id. */
    private Sample child(String text, String operation) {
        Sample child = sample.child(text, operation);
        return child.named(SampleId.of(child.id(), persona));
    }
}
