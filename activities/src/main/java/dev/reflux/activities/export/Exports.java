package dev.reflux.activities.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.Export;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a round's dataset into the files a campaign asks for, in its order, one shard in memory at a time. */
public final class Exports {
    private static final String CSV_ENDING = ".csv";

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
     * @throws dev.reflux.activities.shard.WorkspaceException if a file cannot be written
     */
    public List<Path> write(List<Export> wanted, RoundReport last) {
        List<Path> files = new ArrayList<>();
        for (Export export : wanted) {
            Path file = folder.exports().resolve(export.path());
            StreamedFile.write(file, writer -> writeDataset(writer, export, last));
            files.add(file);
        }
        return files;
    }

    private void writeDataset(Writer file, Export export, RoundReport last) throws IOException {
        ShardSet dataset = folder.dataset(last.round());
        long samples = 0;
        long lines = 0;
        try (SequenceWriter rows = layout(export).writeValues(file)) {
            for (int shard = 1; shard <= dataset.count(); shard++) {
                List<Sample> read = dataset.read(shard);
                List<?> written = rows(export, read);
                rows.writeAll(written);
                samples += read.size();
                lines += written.size();
            }
        }
        checkComplete(samples, last);
        if (lines > 0 && !isCsv(export)) {
            file.write("\n");
        }
    }

    private static List<?> rows(Export export, List<Sample> samples) {
        return samples.stream().flatMap(sample -> rows(export, sample).stream()).toList();
    }

    private static List<?> rows(Export export, Sample sample) {
        return switch (export.format()) {
            case CLASSIFICATION -> List.of(ExportedSample.of(sample));
            case MESSAGES -> ExportedConversation.of(sample);
            case PREFERENCE -> ExportedPair.of(sample, export);
            case BINARY -> ExportedFeedback.of(sample, export.conversational());
        };
    }

    private static Class<?> rowOf(Export.Format format) {
        return switch (format) {
            case CLASSIFICATION -> ExportedSample.class;
            case MESSAGES -> ExportedConversation.class;
            case PREFERENCE -> ExportedPair.class;
            case BINARY -> ExportedFeedback.class;
        };
    }

    private void checkComplete(long samples, RoundReport last) {
        long merged = last.merge().tally().accepted();
        if (samples != merged) {
            throw new ShardCorruptException("dataset of round " + last.round() + " below " + folder.root()
                    + " must hold the " + merged + " samples that its merge reported, got " + samples
                    + "; put the missing shards back, or run the campaign again: the ledger has its answers");
        }
    }

    private static ObjectWriter layout(Export export) {
        return isCsv(export) ? csv() : jsonl(rowOf(export.format()));
    }

    private static boolean isCsv(Export export) {
        return export.path().endsWith(CSV_ENDING);
    }

    private static ObjectWriter jsonl(Class<?> row) {
        return JsonMapper.builder()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build()
                .writerFor(row)
                .withRootValueSeparator("\n");
    }

    private static ObjectWriter csv() {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build();
        CsvSchema columns = mapper.schemaFor(ExportedSample.class).withHeader().withLineSeparator("\n");
        return mapper.writer(columns);
    }
}
