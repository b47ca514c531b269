package dev.reflux.worker.command;

import dev.reflux.activities.convert.ConversionReport;
import dev.reflux.activities.convert.ConversionReport.Unwritten;
import dev.reflux.activities.convert.FileConversion;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux convert}: a file of rows in another layout or encoding. */
@Command(
        name = "convert",
        description = {
            "Write a dataset in another layout, or in another kind of file.",
            "Says what was lost, and refuses rows that the new layout would misrepresent."
        })
final class ConvertCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "IN", description = "A .jsonl, .json, .csv (.gz, .zst) or .parquet file.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its ending decides its kind.")
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "LAYOUT",
            description = "Layout of IN: ${COMPLETION-CANDIDATES}. Default: what its columns tell.")
    private Layout from;

    @Option(
            names = "--to",
            paramLabel = "LAYOUT",
            required = true,
            description = "Layout of OUT: ${COMPLETION-CANDIDATES}.")
    private Layout to;

    @Option(
            names = "--history",
            description = "Write earlier turns into Alpaca's history, as LLaMA-Factory reads them.")
    private boolean history;

    @Option(
            names = "--chosen",
            description = "Take the chosen answer of a pair, and answers labelled true; leave out the others.")
    private boolean chosen;

    @Option(
            names = "--tool-texts",
            description = "Write tools and the arguments of their calls as JSON in texts, which any table holds.")
    private boolean toolTexts;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            defaultValue = "AS_READ",
            description = "Prompts and answers as TEXTS or as MESSAGES. Default: as the first row has them.")
    private Form form;

    @Option(names = "--strict", description = "Make no file and fail where anything was refused or bad.")
    private boolean strict;

    @Option(names = "--json", description = "Print the account as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (in.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
            throw new ParameterException(
                    spec.commandLine(), "OUT must be another file than IN, got " + out + " twice; name a new one");
        }
        if (!to.isWritten()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to must be a layout that trainers read, got " + to.word() + "; see docs/commands.md");
        }
        Layout read = from == null ? FileConversion.layoutOf(in) : from;
        ConversionReport report =
                new FileConversion(in, out, strict).run(read, to, new WritingOptions(history, chosen, toolTexts, form));
        if (json) {
            Json.print(spec.commandLine().getOut(), report);
        } else {
            print(report);
        }
        boolean fails = report.written() == 0 || (strict && !report.isComplete());
        return (fails ? ExitCode.INVALID_CAMPAIGN : ExitCode.DONE).code();
    }

    private void print(ConversionReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s (%s) from %s (%s)%n", report.file(), report.to(), in, report.from());
        out.printf(
                "%,d rows read, %,d written, %,d refused, %,d bad%n",
                report.read(), report.written(), report.refused(), report.bad());
        report.lost().forEach((what, rows) -> out.printf("lost in %,d rows: %s%n", rows, what));
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        for (Unwritten one : report.unwritten()) {
            err.println("reflux: " + one.file() + " line " + one.line() + ": " + one.why());
        }
        long more = report.refused() + report.bad() - report.unwritten().size();
        if (more > 0) {
            err.printf("reflux: and %,d more%n", more);
        }
        if (report.written() == 0) {
            err.println("reflux: " + report.file() + " was not written");
        }
        err.flush();
    }
}
