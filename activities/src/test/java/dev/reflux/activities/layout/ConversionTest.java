package dev.reflux.activities.layout;

import static dev.reflux.activities.layout.Rows.CHOSEN;
import static dev.reflux.activities.layout.Rows.WITH_HISTORY;
import static dev.reflux.activities.layout.Rows.converted;
import static dev.reflux.activities.layout.Rows.losses;
import static dev.reflux.activities.layout.Rows.refusal;
import static dev.reflux.activities.layout.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a row in another layout, what is lost on the way, and what is refused. */
class ConversionTest {
    private static final String ALPACA =
            "{'instruction':'Sum','input':'1 2','output':'3','system':'Be terse.','history':[['Hi','Hello']]}";
    private static final String SYSTEM_TURN = "{'role':'system','content':'Be terse.'},";
    private static final String GREETING = "{'role':'user','content':'Hi'},{'role':'assistant','content':'Hello'}";
    private static final String PAIR = "{'prompt':'Capital?','chosen':'Paris','rejected':'Rome',"
            + "'annotation_metrics':{'accuracy':5.0},'id':7}";
    private static final String TOOL_TALK = "{'conversations':[{'from':'human','value':'Sum'},"
            + "{'from':'function_call','value':'{\\'name\\': \\'add\\', \\'arguments\\': {\\'a\\': 1}}'},"
            + "{'from':'observation','value':'3'},{'from':'gpt','value':'It is 3'}],"
            + "'tools':'[{\\'name\\': \\'add\\', \\'description\\': \\'adds\\'}]'}";

    @Test
    void readsAlpacaWithSystemAndHistoryAsLlamaFactoryDoes() {
        assertThat(converted(ALPACA, Layout.MESSAGES))
                .isEqualTo(row("{'messages':[" + SYSTEM_TURN + GREETING
                        + ",{'role':'user','content':'Sum\\n1 2'},{'role':'assistant','content':'3'}]}"));
        assertThat(losses(ALPACA, Layout.MESSAGES, WITH_HISTORY)).containsExactly("input-joined");
    }

    @Test
    void leavesRowsAloneWhoseLayoutStays() {
        assertThat(converted(ALPACA, Layout.ALPACA)).isEqualTo(row(ALPACA));
        assertThat(losses(ALPACA, Layout.ALPACA, WITH_HISTORY)).isEmpty();
    }

    @Test
    void toolsBecomeWhatOpenAiCallsThem() {
        assertThat(converted(TOOL_TALK, Layout.MESSAGES))
                .isEqualTo(row("{'messages':[{'role':'user','content':'Sum'},"
                        + "{'role':'assistant','content':null,'tool_calls':[{'type':'function','function':"
                        + "{'name':'add','arguments':{'a':1}}}]},"
                        + "{'role':'tool','content':'3'},{'role':'assistant','content':'It is 3'}],"
                        + "'tools':[{'type':'function','function':{'name':'add','description':'adds'}}]}"));
    }

    @Test
    void saysWhatShareGptCannotHold() {
        String talk = "{'messages':[{'role':'user','content':'Sum'},{'role':'assistant','content':'Wait',"
                + "'reasoning_content':'Add.','tool_calls':[{'id':'c1','type':'function','function':"
                + "{'name':'add','arguments':'{}'}}]},{'role':'tool','tool_call_id':'c1','name':'add','content':'3'},"
                + "{'role':'assistant','content':'3'}]}";
        assertThat(losses(talk, Layout.SHAREGPT, WritingOptions.standard()))
                .containsExactly("spelling", "reasoning", "content-beside-tool-calls", "tool-call-ids");
        assertThat(converted(talk, Layout.SHAREGPT).path("conversations").get(2))
                .isEqualTo(row("{'from':'observation','value':'3','name':'add'}"));
    }

    @Test
    void refusesWhatAlpacaWouldMisrepresent() {
        assertThat(refusal("{'messages':[" + GREETING + "," + GREETING + "]}", Layout.ALPACA))
                .contains("got a conversation of several", "--history");
        assertThat(refusal(TOOL_TALK, Layout.ALPACA)).contains("no place for tools");
        assertThat(refusal("{'prompt':'Hi'}", Layout.ALPACA)).contains("got a prompt without an answer");
    }

    @Test
    void refusesTurnsThatTrainersSkip() {
        String twice = "{'messages':[{'role':'user','content':'a'},{'role':'user','content':'b'},"
                + "{'role':'assistant','content':'c'}]}";
        assertThat(refusal(twice, Layout.SHAREGPT)).contains("must alternate", "got user, user, assistant");
        assertThat(refusal(twice, Layout.ALPACA)).contains("must alternate");
    }

    @Test
    void aPairIsLearntOnlyByTheChosenAnswer() {
        assertThat(refusal(PAIR, Layout.MESSAGES)).contains("--chosen");
        assertThat(converted(PAIR, Layout.MESSAGES, CHOSEN).path("messages").get(1))
                .isEqualTo(row("{'role':'assistant','content':'Paris'}"));
        assertThat(losses(PAIR, Layout.MESSAGES, CHOSEN)).containsExactly("rejected-answer", "ratings");
    }

    @Test
    void anAnswerThatWasDislikedIsNeverLearnt() {
        String liked = "{'prompt':'Q','completion':'A','label':true}";
        assertThat(refusal(liked, Layout.MESSAGES)).contains("--chosen");
        assertThat(converted(liked, Layout.ALPACA, CHOSEN))
                .isEqualTo(row("{'instruction':'Q','input':'','output':'A'}"));
        ObjectNode disliked = row("{'prompt':'Q','completion':'A','label':false}");
        assertThat(new Conversion(Layout.BINARY, Layout.MESSAGES, CHOSEN)
                        .convert(disliked)
                        .refusal())
                .contains("labelled true");
    }

    @Test
    void carriesFurtherColumnsUnlessTheirNamesMeanSomethingElse() {
        assertThat(converted(PAIR, Layout.SHAREGPT).path("id").intValue()).isEqualTo(7);
        String labelled = "{'messages':[" + GREETING + "],'text':'x','source':'s'}";
        ObjectNode classified = converted(labelled, Layout.CLASSIFICATION);
        assertThat(classified).isEqualTo(row("{'text':'Hi','label':'Hello','source':'s'}"));
        assertThat(losses(labelled, Layout.CLASSIFICATION, CHOSEN)).containsExactly("columns");
    }

    @Test
    void aPairBecomesTwoAnswersWithFeedback() {
        Converted converted =
                new Conversion(Layout.PREFERENCE, Layout.BINARY, WritingOptions.standard()).convert(row(PAIR));
        assertThat(converted.rows())
                .containsExactly(
                        row("{'prompt':'Capital?','completion':'Paris','label':true,'id':7}"),
                        row("{'prompt':'Capital?','completion':'Rome','label':false,'id':7}"));
    }

    @Test
    void findsThePromptThatBothAnswersBeginWith() {
        assertThat(converted(
                        "{'chosen':[" + GREETING + "],'rejected':[{'role':'user','content':'Hi'},"
                                + "{'role':'assistant','content':'No'}]}",
                        Layout.PREFERENCE))
                .isEqualTo(row("{'prompt':[{'role':'user','content':'Hi'}],'chosen':[{'role':'assistant',"
                        + "'content':'Hello'}],'rejected':[{'role':'assistant','content':'No'}]}"));
        assertThat(converted(
                        "{'chosen':'\\n\\nHuman: Hi\\n\\nAssistant: Ha','rejected':'\\n\\nHuman: Hi\\n\\nAssistant: Ho'}",
                        Layout.PREFERENCE))
                .isEqualTo(row("{'prompt':'\\n\\nHuman: Hi\\n\\nAssistant:','chosen':' Ha','rejected':' Ho'}"));
        assertThat(converted("{'chosen':'The sky is blue','rejected':'The sky is black'}", Layout.PREFERENCE))
                .isEqualTo(row("{'prompt':'The sky is','chosen':' blue','rejected':' black'}"));
        assertThat(refusal("{'chosen':'Yes','rejected':'No'}", Layout.PREFERENCE))
                .contains("must have a prompt");
    }

    @Test
    void aPromptRepeatedInTheAnswersIsWrittenOnce() {
        String repeated = "{'prompt':'Hi','chosen':[" + GREETING + "],'rejected':[{'role':'user','content':'Hi'},"
                + "{'role':'assistant','content':'No'}]}";
        assertThat(converted(repeated, Layout.PREFERENCE).path("chosen")).hasSize(1);
    }

    @Test
    void oneFileHoldsTextsOrMessagesNeverBoth() {
        Conversion conversion = new Conversion(Layout.PROMPT, Layout.PROMPT, WritingOptions.standard());
        assertThat(conversion.convert(row("{'prompt':'Hi'}")).isRefused()).isFalse();
        assertThat(conversion
                        .convert(row("{'prompt':[" + SYSTEM_TURN + "{'role':'user','content':'Hi'}]}"))
                        .refusal())
                .contains("--form messages");
        WritingOptions messages = new WritingOptions(false, false, false, Form.MESSAGES);
        assertThat(converted("{'prompt':'Hi'}", Layout.PROMPT, messages))
                .isEqualTo(row("{'prompt':[{'role':'user','content':'Hi'}]}"));
    }

    @Test
    void namesTheMessageThatIsWrong() {
        assertThat(refusal("{'messages':[{'role':'narrator','content':'x'}]}", Layout.SHAREGPT))
                .contains("messages[0].role must be system, developer, user, assistant or tool, got \"narrator\"");
        assertThat(refusal("{'instruction':'x','output':['a','b']}", Layout.MESSAGES))
                .contains("output must be text, got [\"a\",\"b\"]");
    }

    @Test
    void aRefusedRowLosesNothing() {
        Conversion conversion = new Conversion(Layout.ALPACA, Layout.BINARY, WritingOptions.standard());
        assertThat(conversion.convert(row(ALPACA)).isRefused()).isTrue();
        assertThat(conversion.losses().counts()).isEmpty();
        assertThat(List.of(Loss.values())).extracting(Loss::word).doesNotHaveDuplicates();
    }
}
