package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.export.ExportedConversation.Turn;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.Export;
import dev.reflux.workflows.round.RoundReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a round's dataset into the files a campaign asks for, in its order, one shard in memory at a time. */
public final class Exports {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final CampaignFolder folder;

    public Exports(CampaignFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes every export whole; running it twice writes the same bytes.
     *
     * @param last the round whose dataset is handed over
     * @return the files, in the order of {@code wanted}
     * @throws ShardCorruptException if the dataset does not hold what the round's merge reported
     * @throws WorkspaceException if a file cannot be written, or is of a kind that cannot hold a sample, which it names
     */
    public List<Path> write(List<Export> wanted, RoundReport last) {
        List<Path> files = new ArrayList<>();
        for (Export export : wanted) {
            Path file = folder.exports().resolve(export.path());
            writeDataset(file, export, last);
            files.add(file);
        }
        return files;
    }

    private void writeDataset(Path file, Export export, RoundReport last) {
        ShardSet dataset = folder.dataset(last.round());
        long samples = 0;
        try (RowWriter rows = Tables.create(file, model(export))) {
            for (int shard = 1; shard <= dataset.count(); shard++) {
                for (Sample sample : dataset.read(shard)) {
                    rows(export, sample).forEach(row -> rows.write(MAPPER.valueToTree(row)));
                    samples++;
                }
            }
            checkComplete(samples, last);
            rows.commit();
        } catch (TableException e) {
            throw new WorkspaceException(e.getMessage(), e);
        }
    }

    private static List<?> rows(Export export, Sample sample) {
        return switch (export.format()) {
            case CLASSIFICATION -> List.of(ExportedSample.of(sample));
            case MESSAGES -> ExportedConversation.of(sample);
            case PREFERENCE -> ExportedPair.of(sample, export);
            case BINARY -> ExportedFeedback.of(sample, export.conversational());
        };
    }

    /** A row of the layout, so that its columns are there even where no sample has them. */
    private static ObjectNode model(Export export) {
        boolean messages = export.conversational();
        Object prompt = messages ? List.of(Turn.of(Message.Role.USER, "")) : "";
        Object answer = ExportedPrompt.answer("", messages);
        Object row =
                switch (export.format()) {
                    case CLASSIFICATION -> new ExportedSample("", "", 0.5);
                    case MESSAGES -> new ExportedConversation(List.of(Turn.of(Message.Role.USER, "")));
                    case PREFERENCE -> new ExportedPair(prompt, answer, answer, null);
                    case BINARY -> new ExportedFeedback(prompt, answer, true);
                };
        return MAPPER.valueToTree(row);
    }

    private void checkComplete(long samples, RoundReport last) {
        long merged = last.merge().tally().accepted();
        if (samples != merged) {
            throw new ShardCorruptException("dataset of round " + last.round() + " below " + folder.root()
                    + " must hold the " + merged + " samples that its merge reported, got " + samples
                    + "; put the missing shards back, or run the campaign again: the ledger has its answers");
        }
    }
}
