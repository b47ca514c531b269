package dev.reflux.activities.layout;

import static dev.reflux.activities.layout.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trees of ranked messages as conversations and as pairs. */
class OasstLayoutTest {

    /** The better answer comes second and is asked on twice, once in vain; the worse one is asked on too. */
    private static final ObjectNode TREE = row("{'message_tree_id':'t','tree_state':'ready_for_export','prompt':"
            + said(
                    "q",
                    "prompter",
                    null,
                    said("bad", "assistant", 1, said("why", "prompter", null, said("so", "assistant", null))),
                    said(
                            "good",
                            "assistant",
                            0,
                            said(
                                    "more",
                                    "prompter",
                                    null,
                                    said("x", "assistant", 2),
                                    said("y", "assistant", 0),
                                    said("z", "assistant", 1)),
                            said("alone", "prompter", null)))
            + "}");

    @Test
    void aConversationIsAThreadOfBestAnswers() {
        Conversion conversion = new Conversion(Layout.OASST, Layout.MESSAGES, WritingOptions.standard());

        List<ObjectNode> rows = conversion.convert(TREE).rows();

        assertThat(rows)
                .containsExactly(row("{'messages':[{'role':'user','content':'q'},{'role':'assistant','content':'good'},"
                        + "{'role':'user','content':'more'},{'role':'assistant','content':'y'}],"
                        + "'message_tree_id':'t','message_id':'id-y'}"));
        assertThat(conversion.losses().counts())
                .isEqualTo(Map.of("other-answers", 1L, "unanswered", 1L, "message-fields", 1L));
    }

    @Test
    void aPairIsTheBestAndTheWorstAnswerToOnePromptAnywhereInTheTree() {
        Conversion conversion = new Conversion(Layout.OASST, Layout.PREFERENCE, WritingOptions.standard());

        List<ObjectNode> rows = conversion.convert(TREE).rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).at("/chosen/0/content").asText()).isEqualTo("good");
        assertThat(rows.get(0).at("/rejected/0/content").asText()).isEqualTo("bad");
        assertThat(rows.get(1).path("prompt")).hasSize(3);
        assertThat(rows.get(1).at("/prompt/2/content").asText()).isEqualTo("more");
        assertThat(rows.get(1).at("/chosen/0/content").asText()).isEqualTo("y");
        assertThat(rows.get(1).at("/rejected/0/content").asText()).isEqualTo("x");
        assertThat(conversion.losses().counts()).containsEntry("other-answers", 1L);
    }

    @Test
    void whereNobodyRankedEveryAnswerIsAThread() {
        ObjectNode tree = tree(said("q", "prompter", null, said("a", "assistant", null), said("b", "assistant", null)));

        assertThat(convert(tree, Layout.SHAREGPT).rows()).hasSize(2);
        assertThat(convert(tree, Layout.PREFERENCE).refusal())
                .isEqualTo("a tree must hold two answers to one prompt that differ in rank to be a pair, got none");
    }

    @Test
    void equalRanksAreNoPair() {
        ObjectNode tree = tree(said("q", "prompter", null, said("a", "assistant", 1), said("b", "assistant", 1)));

        assertThat(convert(tree, Layout.BINARY).isRefused()).isTrue();
        assertThat(convert(tree, Layout.MESSAGES)
                        .rows()
                        .get(0)
                        .at("/messages/1/content")
                        .asText())
                .isEqualTo("a");
    }

    @Test
    void whatWasDeletedOrDidNotPassReviewIsLeftOutWithItsReplies() {
        ObjectNode tree = tree(said(
                "q",
                "prompter",
                null,
                said("spam", "assistant", 0, said("ok?", "prompter", null, said("ok", "assistant", 0)))
                        .replace("'text':'spam'", "'text':'spam','review_result':false"),
                said("gone", "assistant", 1).replace("'text':'gone'", "'text':'gone','deleted':true"),
                said("fine", "assistant", 2)));
        Conversion conversion = new Conversion(Layout.OASST, Layout.MESSAGES, WritingOptions.standard());

        assertThat(conversion.convert(tree).rows()).singleElement().satisfies(row -> assertThat(
                        row.at("/messages/1/content").asText())
                .isEqualTo("fine"));
        assertThat(conversion.losses().counts()).containsEntry("withdrawn", 1L).doesNotContainKey("other-answers");
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThat(convert(tree(said("q", "prompter", null)), Layout.MESSAGES).refusal())
                .isEqualTo("a tree must hold an answer to be a conversation, got none");
        assertThat(convert(tree(said("q", "prompter", null, said("p", "prompter", null))), Layout.MESSAGES)
                        .refusal())
                .isEqualTo("prompt.replies[0].role must be assistant, got prompter");
        assertThat(convert(
                                tree(said(
                                        "q",
                                        "prompter",
                                        null,
                                        said("a", "assistant", 0).replace("'text':'a',", ""))),
                                Layout.MESSAGES)
                        .refusal())
                .isEqualTo("prompt.replies[0].text must be text, got nothing");
        assertThat(convert(
                                tree(said(
                                        "q",
                                        "prompter",
                                        null,
                                        said("a", "assistant", 0).replace("'rank':0", "'rank':'best'"))),
                                Layout.MESSAGES)
                        .refusal())
                .startsWith("prompt.replies[0].rank must be a number");
    }

    @Test
    void nothingIsWrittenAsATree() {
        assertThat(convert(TREE, Layout.OASST).refusal()).contains("read and never written");
        assertThat(Layout.OASST.isWritten()).isFalse();
    }

    private static ObjectNode tree(String prompt) {
        return row("{'message_tree_id':'t','prompt':" + prompt + "}");
    }

    private static Converted convert(ObjectNode tree, Layout to) {
        return new Conversion(Layout.OASST, to, WritingOptions.standard()).convert(tree);
    }

    private static String said(String text, String role, Integer rank, String... replies) {
        return "{'message_id':'id-" + text + "','text':'" + text + "','role':'" + role + "','rank':" + rank
                + ",'replies':[" + String.join(",", replies) + "]}";
    }
}
