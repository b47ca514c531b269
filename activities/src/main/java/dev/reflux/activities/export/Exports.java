package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.LayoutWriter;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.layout.WritingOptions.Form;
import dev.reflux.activities.shard.CampaignFolder;
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
import java.util.function.Function;

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
        try (RowWriter rows = Tables.create(file, model(export))) {
            checkComplete(fill(rows, export, last.round()).samples(), last);
            rows.commit();
        } catch (TableException e) {
            throw new WorkspaceException(e.getMessage(), e);
        }
    }

    /** What an export holds: so many rows of so many samples. */
    public record Written(long samples, long rows) {}

    /**
     * Writes one export of a merged round anew, anywhere; no file is made where no sample has what the layout wants.
     *
     * @param file its ending decides the encoding
     * @param export its layout; its own path is not looked at
     * @throws ShardCorruptException if a shard of the dataset is broken
     * @throws TableException if the file cannot be written, or is of a kind that cannot hold a sample
     */
    public Written write(Path file, Export export, int round) {
        try (RowWriter rows = Tables.create(file, model(export))) {
            Written written = fill(rows, export, round);
            if (written.rows() > 0) {
                rows.commit();
            }
            return written;
        }
    }

    private Written fill(RowWriter rows, Export export, int round) {
        ShardSet dataset = folder.dataset(round);
        Function<Sample, List<ObjectNode>> layout = rows(export);
        long samples = 0;
        long written = 0;
        for (int shard = 1; shard <= dataset.count(); shard++) {
            for (Sample sample : dataset.read(shard)) {
                samples++;
                if (export.takes(sample.provenance().operations())) {
                    List<ObjectNode> made = layout.apply(sample);
                    made.forEach(rows::write);
                    written += made.size();
                }
            }
        }
        return new Written(samples, written);
    }

    /** Gives the rows of each sample. */
    private static Function<Sample, List<ObjectNode>> rows(Export export) {
        if (export.format() == Export.Format.CLASSIFICATION) {
            return sample -> List.of(row(ExportedSample.of(sample)));
        }
        SampleExamples examples = new SampleExamples(export);
        LayoutWriter layout = layout(export);
        return sample -> examples.of(sample).stream()
                .flatMap(example -> layout.write(example).stream())
                .toList();
    }

    /** A row of the layout, so that its columns are there even where no sample has them. */
    private static ObjectNode model(Export export) {
        return export.format() == Export.Format.CLASSIFICATION
                ? row(new ExportedSample("", "", 0.5))
                : layout(export).write(new SampleExamples(export).model()).get(0);
    }

    private static LayoutWriter layout(Export export) {
        Form form = export.conversational() ? Form.MESSAGES : Form.TEXTS;
        return new LayoutWriter(Layout.valueOf(export.format().name()), new WritingOptions(true, false, false, form));
    }

    private static ObjectNode row(ExportedSample sample) {
        return MAPPER.valueToTree(sample);
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
