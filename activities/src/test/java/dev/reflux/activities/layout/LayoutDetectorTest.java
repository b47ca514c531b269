package dev.reflux.activities.layout;

import static dev.reflux.activities.layout.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns tell the layout, or the user must. */
class LayoutDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALPACA | {'instruction':'a','input':'','output':'b'}",
                "ALPACA | {'instruction':'a','chosen':'b','rejected':'c'}",
                "SHAREGPT | {'conversations':[{'from':'human','value':'a'}],'system':null}",
                "SHAREGPT | {'conversations':[{'from':'human','value':'a'}],'chosen':{},'rejected':{}}",
                "MESSAGES | {'messages':[{'role':'user','content':'a'}],'label':'spam'}",
                "MESSAGES | {'conversations':[{'role':'user','content':'a'}]}",
                "BINARY | {'messages':[{'role':'user','content':'a'}],'label':true}",
                "BINARY | {'instruction':'a','output':'b','kto_tag':false}",
                "BINARY | {'prompt':'a','completion':'b','label':'True'}",
                "BINARY | {'prompt':'a','completion':'b','kto_tag':true,'label':false}",
                "COMPLETION | {'prompt':'a','completion':'b'}",
                "COMPLETION | {'prompt':'a','completion':'b','label':null}",
                "COMPLETION | {'prompt':[{'role':'user','content':'a'}],'completion':[{'role':'assistant','content':'b'}]}",
                "OASST | {'prompt':{'role':'prompter','text':'a','replies':[]},'tree_state':'ready_for_export'}",
                "OASST | {'message_id':'1','parent_id':null,'text':'a','role':'prompter','rank':null}",
                "OASST | {'message_id':'2','parent_id':'1','text':'a','role':'assistant','rank':0}",
                "PROMPT | {'prompt':{'role':'user','content':'a'}}",
                "PREFERENCE | {'prompt':'a','chosen':'b','rejected':'c'}",
                "PREFERENCE | {'chosen':'b','rejected':'c','prompt':null}",
                "CLASSIFICATION | {'text':'a','label':3}",
                "PROMPT | {'prompt':'a','id':1}"
            })
    void readsColumns(Layout expected, String json) {
        assertThat(Rows.detected(row(json))).isEqualTo(expected);
    }

    @Test
    void asksWhereTwoLayoutsFit() {
        assertThatThrownBy(() -> Rows.detected(row("{'prompt':'a','messages':[{'role':'user','content':'a'}]}")))
                .isInstanceOf(AmbiguousLayoutException.class)
                .hasMessageContaining("rows.jsonl", "columns messages, prompt", "messages or prompt", "--from");
    }

    @Test
    void asksWhereNoneFitsOrRowsDisagree() {
        assertThatThrownBy(() -> Rows.detected(row("{'question':'a','answer':'b'}")))
                .hasMessageContaining("none of alpaca, sharegpt");
        LayoutDetector mixed = new LayoutDetector();
        mixed.see(row("{'prompt':'a'}"));
        mixed.see(row("{'text':'a','label':'b'}"));
        assertThatThrownBy(() -> mixed.layout("mixed.jsonl")).hasMessageContaining("--from");
        assertThatThrownBy(() -> new LayoutDetector().layout("empty.jsonl")).hasMessageContaining("got no row");
    }
}
