package dev.reflux.worker.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file calls the fields that are known by other names, as a campaign's inputs map them.
 *
 * @param fields names in the file, by the names they are known by, such as {@code question} by {@code text}
 */
public record FieldNames(Map<String, String> fields) {

    /** Of files whose fields have the names they are known by. */
    public static final FieldNames USUAL = new FieldNames(Map.of());

    public FieldNames {
        fields = new TreeMap<>(fields);
    }

    /** These names, and over them others. */
    public FieldNames and(FieldNames others) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putAll(others.fields);
        return new FieldNames(all);
    }

    /** The rows under the names that their fields are known by; another field of such a name gives way. */
    RowReader over(RowReader rows) {
        if (fields.isEmpty()) {
            return rows;
        }
        return new RowReader() {
            @Override
            public Row next() {
                Row row = rows.next();
                return row == null ? null : new Row(row.line(), renamed(row.fields()));
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    private ObjectNode renamed(ObjectNode row) {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        row.properties().forEach(field -> {
            if (!fields.containsValue(field.getKey())) {
                renamed.set(field.getKey(), field.getValue());
            }
        });
        fields.forEach((name, field) -> {
            if (row.has(field)) {
                renamed.set(name, row.get(field));
            }
        });
        return renamed;
    }
}
