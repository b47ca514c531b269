package dev.reflux.worker.command;

import dev.reflux.activities.export.Exports;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Split;
import dev.reflux.worker.dataset.KnownCampaign;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux export}: a campaign's dataset in another format than its file asked for. */
@Command(
        name = "export",
        description = {
            "Write the dataset of a campaign in a format that trainers read, anew or in another one.",
            "Takes the last finished round, also while the campaign is running; no Temporal is needed."
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CAMPAIGN", description = "Name of the campaign.")
    private String campaign;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "As in a campaign's exports: ${COMPLETION-CANDIDATES}.")
    private Export.Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write: .jsonl, .json, .csv (.gz, .zst) or .parquet.")
    private Path file;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "Chat template of a text export: built in, or a path.")
    private String template;

    @Option(names = "--conversational", description = "Prompts and answers as lists of messages, not as texts.")
    private boolean conversational;

    @Option(names = "--ratings", description = "Add the ratings of the chosen answers to a preference export.")
    private boolean ratings;

    @Option(
            names = "--split",
            paramLabel = "PART",
            description = "Only what merge step split put into this part: ${COMPLETION-CANDIDATES}.")
    private Split split;

    @Option(names = "--round", paramLabel = "N", description = "A finished round. Default: the last.")
    private Integer round;

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What {@code --json} prints. */
    private record Exported(String file, String format, String campaign, int round, long samples, long rows) {}

    @Override
    public Integer call() {
        Export export = export();
        KnownCampaign known = KnownCampaign.named(campaign, workspace.path());
        int of = known.round(round);
        Exports.Written written = new Exports(
                        known.folder(), () -> Path.of("").toAbsolutePath(), Environment.of(Map.of()))
                .write(file, export, of);
        String word = format.name().toLowerCase(Locale.ROOT);
        if (written.file().rows() == 0) {
            throw new InvalidCampaignException(String.format(
                    Locale.ROOT,
                    "round %d of campaign %s must hold a sample with what a %s export is made of, got %,d without;"
                            + " choose another --format; %s was not written",
                    of,
                    campaign,
                    word,
                    written.samples(),
                    file));
        }
        print(new Exported(
                file.toString(),
                word,
                campaign,
                of,
                written.samples(),
                written.file().rows()));
        return ExitCode.DONE.code();
    }

    /** Only the ending of its path counts: the file may be called anything, and lie anywhere. */
    private Export export() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "-");
        try {
            return new Export(format, name, conversational, ratings, template, false, false, null, null, split);
        } catch (InvalidSettingException wrong) {
            String option = "path".equals(wrong.key()) ? "--out" : "--" + wrong.key();
            String value = "path".equals(wrong.key()) ? file.toString() : wrong.value();
            throw new ParameterException(
                    spec.commandLine(), option + " " + wrong.rule() + ", got " + value + "; " + wrong.remedy(), wrong);
        }
    }

    private void print(Exported exported) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, exported);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s (%s): %,d rows of %,d samples, round %d of campaign %s%n",
                exported.file(),
                exported.format(),
                exported.rows(),
                exported.samples(),
                exported.round(),
                exported.campaign());
        out.flush();
    }
}
