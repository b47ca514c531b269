package dev.reflux.activities.card;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.export.ExportedFile;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.WholeFile;
import dev.reflux.config.Export;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code README.md} and {@code dataset_info.json} beside the exports, so that the folder can be published as it is. The same
 * campaign gives the same bytes.
 */
public final class DatasetCard {
    /** Its name in the folder of the exports. */
    public static final String NAME = "README.md";

    /** A language found in fewer of the texts is no language of the dataset. */
    private static final double LEAST_SHARE = 0.05;

    private DatasetCard() {}

    /**
     * Replaces both files whole.
     *
     * @throws dev.reflux.activities.shard.WorkspaceException if one cannot be written
     */
    public static void write(CardSubject subject, CampaignFolder folder) {
        DatasetSurvey survey =
                DatasetSurvey.of(folder.dataset(subject.lastRound().round()), subject.size());
        String card = CardHeader.of(subject, languages(subject, survey)) + new CardBody(subject, survey).page();
        WholeFile.write(folder.exports().resolve(NAME), card.getBytes(StandardCharsets.UTF_8));
        new JsonDocument(folder.exports().resolve(Export.OF_LLAMA_FACTORY)).write(entries(subject.files()));
    }

    private static List<String> languages(CardSubject subject, DatasetSurvey survey) {
        if (!subject.stated().languages().isEmpty()) {
            return subject.stated().languages();
        }
        return survey.languages().entrySet().stream()
                .filter(language -> language.getValue() >= LEAST_SHARE * survey.told())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ObjectNode entries(List<ExportedFile> files) {
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        List<String> names = Configurations.names(files);
        for (int i = 0; i < files.size(); i++) {
            if (LlamaFactoryEntry.obstacle(files.get(i)).isEmpty()) {
                entries.set(names.get(i), LlamaFactoryEntry.of(files.get(i)));
            }
        }
        return entries;
    }
}
