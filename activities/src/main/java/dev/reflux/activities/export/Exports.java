package dev.reflux.activities.export;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.workflows.round.RoundReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes a round's dataset into the files a campaign asks for, in its order, one shard in memory at a time. */
public final class Exports {
    private final CampaignFolder folder;
    private final Function<Export, TextTemplate> templates;

    private Exports(CampaignFolder folder, Function<Export, TextTemplate> templates) {
        this.folder = folder;
        this.templates = templates;
    }

    /** Of a campaign whose chat templates, if it has any, are built in. */
    public Exports(CampaignFolder folder) {
        this(folder, folder::root, Environment.of(Map.of()));
    }

    /** @param files gives the campaign file's folder, against which paths of chat templates are meant; asked where there is one */
    public Exports(CampaignFolder folder, Supplier<Path> files, Environment environment) {
        this(folder, export -> {
            boolean isBuiltIn = TextTemplate.isBuiltIn(export.template());
            return TextTemplate.of(export, isBuiltIn ? folder.root() : files.get(), environment);
        });
    }

    /**
     * Writes every export whole; running it twice writes the same bytes. What a chat template refuses is left out of its export alone,
     * and counted.
     *
     * @param last the round whose dataset is handed over
     * @return what was written, in the order of {@code wanted}
     * @throws dev.reflux.config.InvalidCampaignException if a chat template is not what it was when the campaign was opened
     * @throws ShardCorruptException if the dataset does not hold what the round's merge reported
     * @throws WorkspaceException if a file cannot be written, or is of a kind that cannot hold a sample, which it names
     */
    public List<ExportedFile> write(List<Export> wanted, RoundReport last) {
        return wanted.stream().map(export -> write(export, last)).toList();
    }

    private ExportedFile write(Export export, RoundReport last) {
        Path file = folder.exports().resolve(export.path());
        ExportRows layout = layout(export);
        try (RowWriter rows = Tables.create(file, layout.model())) {
            checkComplete(fill(rows, layout, export, last.round()), last);
            rows.commit();
        } catch (TableException e) {
            throw new WorkspaceException(e.getMessage(), e);
        }
        return layout.account(file);
    }

    /** What an export holds, of so many samples. */
    public record Written(long samples, ExportedFile file) {}

    /**
     * Writes one export of a merged round anew, anywhere; no file is made where no sample has what the layout wants.
     *
     * @param file its ending decides the encoding
     * @param export its layout; its own path is not looked at
     * @throws dev.reflux.config.InvalidCampaignException if there is no such chat template
     * @throws ShardCorruptException if a shard of the dataset is broken
     * @throws TableException if the file is of a kind that cannot hold a sample
     * @throws WorkspaceException if it cannot be written
     */
    public Written write(Path file, Export export, int round) {
        ExportRows layout = layout(export);
        try (RowWriter rows = Tables.create(file, layout.model())) {
            long samples = fill(rows, layout, export, round);
            ExportedFile written = layout.account(file);
            if (written.rows() > 0) {
                rows.commit();
            }
            return new Written(samples, written);
        }
    }

    private ExportRows layout(Export export) {
        return new ExportRows(export, export.format() == Export.Format.TEXT ? templates.apply(export) : null);
    }

    /** Writes what an export takes of a round, and returns the number of samples the round holds. */
    private long fill(RowWriter rows, ExportRows layout, Export export, int round) {
        ShardSet dataset = folder.dataset(round);
        long samples = 0;
        for (int shard = 1; shard <= dataset.count(); shard++) {
            for (Sample sample : dataset.read(shard)) {
                if (export.takes(sample.provenance().operations())) {
                    layout.of(sample).forEach(rows::write);
                }
                samples++;
            }
        }
        return samples;
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
