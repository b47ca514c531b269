package dev.reflux.worker.command;

import dev.reflux.activities.convert.ConversionReport.Unwritten;
import dev.reflux.activities.convert.FileConversion;
import dev.reflux.activities.convert.FileRendering;
import dev.reflux.activities.convert.RenderingReport;
import dev.reflux.activities.export.TextRow;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import dev.reflux.activities.template.ChatTemplate;
import dev.reflux.activities.template.Rendered;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux render}: a chat template over a file of messages. */
@Command(
        name = "render",
        description = {
            "Render conversations through a chat template, as the model's own tokenizer does.",
            "Prints each text under the line of its row, or writes them to a file."
        })
final class RenderCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "TEMPLATE",
            description =
                    "A built-in one (chatml, llama-3, …), or a tokenizer_config.json, a Jinja file or their folder.")
    private String template;

    @Parameters(index = "1", paramLabel = "FILE", description = "A .jsonl, .json, .csv (.gz, .zst) or .parquet file.")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "Write rows of text, and masks, to this file.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "LAYOUT",
            description = "Layout of FILE: ${COMPLETION-CANDIDATES}. Default: what its columns tell.")
    private Layout from;

    @Option(names = "--chosen", description = "Take the chosen answer of a pair, and answers labelled true.")
    private boolean chosen;

    @Option(names = "--masks", description = "Tell which characters the assistant wrote.")
    private boolean masks;

    @Mixin
    private TemplateOptions options = new TemplateOptions();

    @Option(names = "--strict", description = "Make no file and fail where any row was not rendered.")
    private boolean strict;

    @Option(names = "--json", description = "Print the account as JSON; the texts go to --out.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireFiles();
        ChatTemplate loaded = ChatTemplate.named(template, Path.of(""));
        Layout layout = from == null ? FileConversion.layoutOf(file) : from;
        FileRendering rendering = new FileRendering(file, loaded, options.rendering(masks, spec.commandLine()));
        RenderingReport report = out == null ? rendering.run(layout, chosen, this::print) : write(rendering, layout);
        account(report);
        boolean fails = report.rendered() == 0 || (strict && !report.isComplete());
        return (fails ? ExitCode.INVALID_CAMPAIGN : ExitCode.DONE).code();
    }

    private void requireFiles() {
        if (json && out == null) {
            throw new ParameterException(spec.commandLine(), "--json needs --out FILE for the texts, got none; add it");
        }
        if (out != null
                && out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new ParameterException(
                    spec.commandLine(), "--out must be another file than FILE, got " + out + " twice; name a new one");
        }
    }

    private RenderingReport write(FileRendering rendering, Layout layout) {
        try (RowWriter rows = Tables.create(out)) {
            RenderingReport report = rendering.run(layout, chosen, (line, text) -> rows.write(TextRow.of(text, masks)));
            if (report.rendered() > 0 && (report.isComplete() || !strict)) {
                rows.commit();
            }
            return report;
        }
    }

    private void print(long line, Rendered text) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.println("==> line " + line + " <==");
        screen.println(text.text());
        if (masks) {
            screen.println(
                    "==> masks of line " + line + ": " + TextRow.of(text, true).get("masks") + " <==");
        }
        screen.println();
    }

    private void account(RenderingReport report) {
        PrintWriter screen = spec.commandLine().getOut();
        if (json) {
            Json.print(screen, report);
        } else if (out != null) {
            screen.printf(
                    "%s: %,d rows read, %,d rendered, %,d refused, %,d bad%n",
                    out, report.read(), report.rendered(), report.refused(), report.bad());
        }
        screen.flush();
        PrintWriter err = spec.commandLine().getErr();
        for (Unwritten one : report.unrendered()) {
            err.println("reflux: " + one.file() + " line " + one.line() + ": " + one.why());
        }
        long more = report.refused() + report.bad() - report.unrendered().size();
        if (more > 0) {
            err.printf("reflux: and %,d more%n", more);
        }
        err.flush();
    }
}
