package dev.reflux.activities.stage.converse;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings, players and campaigns for the tests of this stage. */
final class Talks {

    private Talks() {}

    static ConverseSettings settings(int least, int most) {
        return settings(least, most, TextPart.MESSAGE, 10_000);
    }

    static ConverseSettings settings(int least, int most, TextPart text, int mostCharacters) {
        return new ConverseSettings(
                "visitor", null, new Turns(least, most), text, "Learn.", mostCharacters, 0.7, 100, 300, 2);
    }

    static StageCampaign run(
            Path workspace, ConverseSettings settings, Function<TeacherCall, Answer> visitor, Sample... samples) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI)
                .open(ConverseStage.NAME, settings, List.of(), List.of(samples))
                .answering("visitor", visitor)
                .answering(Talks::answering);
        campaign.run(ConverseStage.NAME, settings, 1);
        return campaign;
    }

    /** Says how many user messages there are and repeats the last. */
    static Answer answering(TeacherCall call) {
        return Replies.text("<think>hm</think>A" + (call.history().size() / 2 + 1) + " to " + call.user());
    }

    /** Asks on and on. */
    static Answer asking(TeacherCall call) {
        return says("Q" + (call.history().size() / 2 + 1));
    }

    static Answer says(String message) {
        return Replies.text("{\"message\": \"" + message + "\", \"done\": false}");
    }

    static Answer done() {
        return Replies.text("{\"message\": \"\", \"done\": true}");
    }

    /** History, text and answer, each turn in brackets. */
    static String told(Sample sample) {
        String history = sample.task().history().stream()
                .map(turn -> (turn.role() == Message.Role.USER ? "U" : "A") + "[" + turn.content() + "] ")
                .collect(Collectors.joining());
        return history + "U[" + sample.text() + "] A[" + sample.answers().get(0).text() + "]";
    }

    static String shown(TeacherCall call) {
        String history = call.history().stream()
                .map(turn -> "--- " + turn.role() + "\n" + turn.content() + "\n")
                .collect(Collectors.joining());
        return "--- system\n" + call.system() + "\n" + history + "--- user\n" + call.user() + "\n--- schema\n"
                + call.schema() + "\n";
    }
}
