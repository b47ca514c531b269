package dev.reflux.activities.layout;

import static dev.reflux.activities.layout.Rows.converted;
import static dev.reflux.activities.layout.Rows.losses;
import static dev.reflux.activities.layout.Rows.refusal;
import static dev.reflux.activities.layout.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionLayoutTest {

    @Test
    void textsAreAQuestionAndItsAnswer() {
        assertThat(converted("{'prompt':'Sky?','completion':' Blue.','id':7}", Layout.MESSAGES))
                .isEqualTo(
                        row(
                                "{'messages':[{'role':'user','content':'Sky?'},{'role':'assistant','content':' Blue.'}],'id':7}"));
        assertThat(converted("{'instruction':'Sky?','input':'','output':'Blue.'}", Layout.COMPLETION))
                .isEqualTo(row("{'prompt':[{'role':'user','content':'Sky?'}],"
                        + "'completion':[{'role':'assistant','content':'Blue.'}]}"));
    }

    @Test
    void theLastAnswerIsTheCompletion() {
        String turns =
                "{'messages':[{'role':'system','content':'s'},{'role':'user','content':'a'},{'role':'assistant','content':'b'},"
                        + "{'role':'user','content':'c'},{'role':'assistant','content':'d'}]}";

        assertThat(converted(turns, Layout.COMPLETION))
                .isEqualTo(row("{'prompt':[{'role':'system','content':'s'},{'role':'user','content':'a'},"
                        + "{'role':'assistant','content':'b'},{'role':'user','content':'c'}],"
                        + "'completion':[{'role':'assistant','content':'d'}]}"));
        assertThat(losses(turns, Layout.COMPLETION, WritingOptions.standard())).isEmpty();
    }

    @Test
    void aCompletionOfSeveralTurnsKeepsItsStartOnlyInItsOwnLayout() {
        String row = "{'prompt':[{'role':'user','content':'a'}],'completion':[{'role':'assistant','content':'b'},"
                + "{'role':'user','content':'c'},{'role':'assistant','content':'d'}]}";

        assertThat(converted(row, Layout.COMPLETION)).isEqualTo(row(row));
        assertThat(converted(row, Layout.MESSAGES).path("messages")).hasSize(4);
        assertThat(losses(row, Layout.MESSAGES, WritingOptions.standard())).containsExactly("completion-start");
    }

    @Test
    void aSystemColumnBecomesTheFirstTurn() {
        String row = "{'prompt':'a','completion':'b','system':'Be brief.'}";

        assertThat(converted(row, Layout.COMPLETION).at("/prompt/0/role").asText())
                .isEqualTo("system");
        assertThat(losses(row, Layout.COMPLETION, WritingOptions.standard())).containsExactly("system-moved");
    }

    @Test
    void refusesWhatEndsInNoAnswerOrBeginsWithOne() {
        assertThat(refusal("{'prompt':'a','completion':[{'role':'user','content':'b'}]}", Layout.MESSAGES))
                .isEqualTo("completion must be what an assistant says last, got user");
        assertThat(refusal("{'messages':[{'role':'assistant','content':'b'}]}", Layout.COMPLETION))
                .isEqualTo("completion needs a prompt before the answer, got an answer alone");
        assertThat(refusal("{'prompt':'a','chosen':'b','rejected':'c'}", Layout.COMPLETION))
                .contains("--chosen");
        assertThat(refusal("{'prompt':'a','completion':'b'}", Layout.PREFERENCE))
                .contains("got a conversation");
    }
}
