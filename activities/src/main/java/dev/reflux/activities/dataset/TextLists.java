package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.table.Row;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.StagePlan;
import dev.reflux.config.TextList;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the lists of texts that stages name, whole and into memory. */
public final class TextLists {

    private TextLists() {}

    /**
     * The texts of a list in the file's order, stripped, each once; blank lines are passed over.
     *
     * @param stage name of the stage that reads it
     * @param folder the campaign file's folder, against which a relative path is meant
     * @throws InvalidCampaignException if the file is missing, empty or broken
     */
    public static List<String> read(String stage, TextList list, Path folder, Environment environment) {
        InputFile file = file(stage, list, folder, environment);
        Set<String> texts = new LinkedHashSet<>();
        if (isJsonl(file)) {
            new InputRows(file).forEach(row -> texts.add(field(file, row, list.field())));
        } else {
            addLines(file, texts);
        }
        if (texts.isEmpty()) {
            throw file.broken(0, "must hold at least one text", "none", "write one a line");
        }
        return List.copyOf(texts);
    }

    /**
     * Reads all lists of a campaign and lets them go.
     *
     * @throws InvalidCampaignException if one is missing, empty or broken
     */
    static void check(CampaignPlan plan, Path folder, Environment environment) {
        for (StagePlan stage : plan.stages()) {
            stage.lists().forEach(list -> read(stage.name(), list, folder, environment));
        }
    }

    /** The files of all lists of a campaign, in the order of its stages. */
    static List<InputFile> files(CampaignPlan plan, Path folder, Environment environment) {
        List<InputFile> files = new ArrayList<>();
        for (StagePlan stage : plan.stages()) {
            stage.lists().forEach(list -> files.add(file(stage.name(), list, folder, environment)));
        }
        return files;
    }

    private static InputFile file(String stage, TextList list, Path folder, Environment environment) {
        return InputFile.of("stages." + stage + "." + list.key(), list.path(), folder, environment);
    }

    private static void addLines(InputFile file, Set<String> texts) {
        try (BufferedReader text = Utf8.open(file.path())) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (!line.isBlank()) {
                    texts.add(line.strip());
                }
            }
        } catch (CharacterCodingException e) {
            throw Utf8.complaint(file);
        } catch (IOException e) {
            throw file.broken(0, "must be readable", String.valueOf(e.getMessage()), "check the file and its disk");
        }
    }

    private static boolean isJsonl(InputFile file) {
        String name = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
    }

    private static String field(InputFile file, Row row, String name) {
        JsonNode value = row.fields().path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw file.broken(
                    Math.toIntExact(row.line()),
                    "needs field '" + name + "' with a text",
                    row.fields().toString(),
                    "write one object a line: {\"" + name + "\": \"…\"}");
        }
        return value.textValue().strip();
    }
}
