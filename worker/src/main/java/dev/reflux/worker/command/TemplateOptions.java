package dev.reflux.worker.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.reflux.activities.template.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a chat template may be told beside the messages. */
final class TemplateOptions {

    @Option(
            names = "--generation-prompt",
            description = "End each text where an assistant's turn begins, behind all messages of its row.")
    private boolean generationPrompt;

    @Option(
            names = "--tools",
            paramLabel = "FILE",
            description = "JSON list of the functions that may be called, for rows that bring no tools.")
    private Path tools;

    @Option(names = "--bos", paramLabel = "TOKEN", description = "What the template calls bos_token.")
    private String bos;

    @Option(names = "--eos", paramLabel = "TOKEN", description = "What the template calls eos_token.")
    private String eos;

    @Option(
            names = "--date",
            paramLabel = "DAY",
            description = "The day, such as 2025-01-31, that a template is told which asks for it. Default: today.")
    private LocalDate date;

    /** @throws ParameterException if the tools are no JSON list */
    RenderOptions rendering(boolean masks, CommandLine command) {
        RenderOptions options = RenderOptions.PLAIN.withGenerationPrompt(generationPrompt);
        options = masks ? options.withMasks() : options;
        options = tools == null ? options : options.withTools(list(command));
        options = date == null ? options : options.at(date.atStartOfDay());
        options = bos == null ? options : options.with("bos_token", new TextNode(bos));
        return eos == null ? options : options.with("eos_token", new TextNode(eos));
    }

    private JsonNode list(CommandLine command) {
        try {
            JsonNode read = new JsonMapper().readTree(Files.readString(tools));
            if (read.isArray()) {
                return read;
            }
        } catch (IOException e) {
            throw new ParameterException(command, "--tools must be a readable JSON file, got " + e.getMessage(), e);
        }
        throw new ParameterException(
                command,
                "--tools must hold a list of functions, got something else in " + tools + "; put [ ] around it");
    }
}
