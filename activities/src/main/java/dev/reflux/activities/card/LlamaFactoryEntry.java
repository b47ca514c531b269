package dev.reflux.activities.card;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.export.ExportedFile;
import dev.reflux.config.Export;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How LLaMA-Factory reads an export, as its {@code data/README.md} lays down. Only columns that the file has are named, since it
 * looks up every one of them.
 */
final class LlamaFactoryEntry {
    private LlamaFactoryEntry() {}

    /** Why it cannot read this export as it stands; empty where it can. */
    static Optional<String> obstacle(ExportedFile file) {
        Export export = file.export();
        if (export.conversational()) {
            return Optional.of("it reads prompts and answers as texts");
        }
        if (export.path().endsWith(".gz") || export.path().endsWith(".zst")) {
            return Optional.of("it reads no compressed text");
        }
        return file.rows() == 0 ? Optional.of("it holds no row") : Optional.empty();
    }

    static ObjectNode of(ExportedFile file) {
        Export export = file.export();
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("file_name", export.path());
        boolean isTurns = export.format() == Export.Format.SHAREGPT || export.format() == Export.Format.MESSAGES;
        entry.put("formatting", isTurns ? "sharegpt" : "alpaca");
        if (export.format() == Export.Format.PREFERENCE) {
            entry.put("ranking", true);
        }
        ObjectNode columns = entry.putObject("columns");
        columns(export.format()).forEach((role, column) -> {
            if (file.columns().contains(column)) {
                columns.put(role, column);
            }
        });
        if (export.format() == Export.Format.MESSAGES) {
            entry.putObject("tags")
                    .put("role_tag", "role")
                    .put("content_tag", "content")
                    .put("user_tag", "user")
                    .put("assistant_tag", "assistant")
                    .put("system_tag", "system");
        }
        return entry;
    }

    /** Columns by what LLaMA-Factory calls them. */
    private static Map<String, String> columns(Export.Format format) {
        return switch (format) {
            case ALPACA ->
                ordered("prompt instruction", "query input", "response output", "system system", "history history");
            case SHAREGPT -> ordered("messages conversations", "system system", "tools tools");
            case MESSAGES -> ordered("messages messages", "tools tools");
            case PREFERENCE -> ordered("prompt prompt", "chosen chosen", "rejected rejected");
            case BINARY -> ordered("prompt prompt", "response completion", "kto_tag label");
            case COMPLETION -> ordered("prompt prompt", "response completion");
            case CLASSIFICATION -> ordered("prompt text", "response label");
            case PROMPT -> ordered("prompt prompt");
            case TEXT -> ordered("prompt text");
        };
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] words = pair.split(" ");
            columns.put(words[0], words[1]);
        }
        return columns;
    }
}
