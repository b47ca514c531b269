package dev.reflux.activities.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows with something wrong anywhere in them are written or refused in words, never thrown. */
class LayoutFuzzTest {
    private static final int MUTATIONS = 10_000;
    private static final List<ObjectNode> ROWS = List.of(
            Rows.row("{'instruction':'a','input':'b','output':'c','system':'d','history':[['e','f']]}"),
            Rows.row(
                    "{'conversations':[{'from':'human','value':'a'},{'from':'function_call','value':'{}'}],'tools':'[]'}"),
            Rows.row("{'conversations':[{'from':'human','value':'a'}],'chosen':{'from':'gpt','value':'b'},"
                    + "'rejected':{'from':'gpt','value':'c'}}"),
            Rows.row("{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':null,'tool_calls':"
                    + "[{'id':'1','function':{'name':'f','arguments':{'a':1}}}]}],'tools':[{'name':'f'}]}"),
            Rows.row("{'prompt':[{'role':'user','content':'a'}],'chosen':[{'role':'assistant','content':'b'}],"
                    + "'rejected':'c','annotation_metrics':{'a':1}}"),
            Rows.row("{'chosen':'Human a b','rejected':'Human a c'}"),
            Rows.row("{'prompt':'a','completion':'b','label':true}"),
            Rows.row("{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'label':false}"),
            Rows.row("{'prompt':[{'role':'user','content':'a'}],'completion':[{'role':'assistant','content':'b'}]}"),
            Rows.row("{'message_tree_id':'t','prompt':{'message_id':'1','role':'prompter','text':'a','deleted':false,"
                    + "'replies':[{'message_id':'2','role':'assistant','text':'b','rank':1,'review_result':true,'replies':"
                    + "[]},{'message_id':'3','role':'assistant','text':'c','rank':0,'replies':[]}]}}"),
            Rows.row("{'text':'a','label':'b'}"));
    private static final WritingOptions LENIENT = new WritingOptions(true, true, false, Form.MESSAGES);

    private final Random random = new Random(11);

    @Test
    void everyRowIsWrittenOrRefused() {
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            ObjectNode row = ROWS.get(random.nextInt(ROWS.size())).deepCopy();
            mutate(row);
            ObjectNode before = row.deepCopy();
            for (Layout from : Layout.values()) {
                Layout to = Layout.values()[random.nextInt(Layout.values().length)];
                WritingOptions options = random.nextBoolean() ? LENIENT : WritingOptions.standard();
                Converted converted = new Conversion(from, to, options).convert(row);
                assertThat(converted.rows().isEmpty()).isEqualTo(converted.isRefused());
                refused += converted.isRefused() ? 1 : 0;
            }
            assertThat(row).isEqualTo(before);
        }
        assertThat(refused).isLessThan(MUTATIONS * Layout.values().length);
    }

    private void mutate(ObjectNode row) {
        for (int left = random.nextInt(3); left >= 0; left--) {
            List<ContainerNode<?>> places = new ArrayList<>();
            collect(row, places);
            ContainerNode<?> place = places.get(random.nextInt(places.size()));
            if (place instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, anything());
                }
            } else if (place instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), anything());
            }
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
        }
        node.forEach(child -> collect(child, places));
    }

    private JsonNode anything() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(random.nextInt());
            case 2 -> nodes.arrayNode();
            case 3 -> nodes.objectNode();
            case 4 -> nodes.textNode("");
            case 5 -> nodes.textNode("\n\nHuman: {\"name\": 1}");
            case 6 -> nodes.arrayNode().add(nodes.arrayNode().add(nodes.nullNode()));
            case 7 -> nodes.textNode("[{\"function\": null}, 3]");
            default -> nodes.booleanNode(random.nextBoolean());
        };
    }
}
