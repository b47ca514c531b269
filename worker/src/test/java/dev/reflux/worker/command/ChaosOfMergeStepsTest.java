package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the merge that choose, under settings and samples that make no sense: one message each, or samples that add up. */
class ChaosOfMergeStepsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rank | keep=0 | merge[0].rank.keep: must be at least 1, got 0",
                "rank | keep=-3 | keep: must be",
                "rank | keep=1.5 | keep: must be",
                "rank | keep=99999999999999999999 | keep: must be",
                "rank | keep=.nan | keep: must be",
                "rank | keep=many | keep: must be",
                "rank | keep= | keep: must be a whole number, got nothing",
                "rank | keep=[1] | keep: must be",
                "rank | keep=&a [*a] | keep: must be",
                "rank | keep=!!set {1} | keep: must be",
                "rank | keep={? {a: 1} : 2} | keep: must be",
                "rank | keep=: | keep: must be",
                "rank | keep=1 share=0.5 | must be left out where keep is given",
                "rank | share=1.01 | share: must be in [0, 1]",
                "rank | share=.inf | share: must be",
                "rank | by=[] keep=1 | by: must name at least one",
                "rank | by=[quality] keep=1 | must be confidence, length, or the name of a verdict",
                "rank | by=7 keep=1 | by",
                "rank | by=[[judge/quality]] keep=1 | by",
                "rank | by=[null] keep=1 | by",
                "rank | per=label | must be given where per is",
                "rank | per=colour most=1 | per: must be",
                "rank | diverse.threshold=2 | threshold: must be in [0, 1]",
                "rank | diverse.of=soul | of: must be",
                "rank | kep=1 | did you mean keep?",
                "rank | .=1 | a setting must have a name on each side of its dots, got '.'",
                "rank | keep..x=1 | a setting must have a name on each side of its dots, got 'keep..x'",
                "rank | keep.x=1 | keep",
                "split | validation=1000000 | must leave samples for training",
                "split | validation=-0.1 | validation: must be at least 0",
                "split | validation=NaN | validation: must be",
                "split | test=1e400 | test: must be",
                "split | stratified=perhaps | stratified: must be",
                "split | randomSeed=1e20 | randomSeed: must be",
                "split | near.threshold=-1 | threshold: must be",
                "split | near.size=0 | size: must be",
                "split | near=[] | near",
                "balance | by=label | must be given where no other bound is",
                "balance | most=1 | by",
                "balance | by=hue most=1 | by: must be",
                "balance | by=difficulty most=1 | must be given where by is difficulty",
                "balance | by=label most=1 difficulty.bounds=[2] | must be given where by is difficulty, and nowhere else",
                "balance | by=difficulty most=1 difficulty.bounds=[4,2] | must be one score or more, ascending",
                "balance | by=difficulty most=1 difficulty.bounds=[2,.nan] | bounds",
                "balance | by=label share=0 | share: must be",
                "balance | by=label toSmallest=0.5 | toSmallest: must be",
                "balance | by=label quotas=[{name: a, samples: 1}, {name: a, samples: 2}] | must name each group once",
                "balance | by=label quotas=[{name: a}] | quotas[0]",
                "balance | by=label quotas=a | quotas",
                "balance | by=topic most=1 topics=1 | topics: must be in [2, 200]",
                "resolve | keep=best | keep: must be",
                "resolve | margin=-1 | margin: must be",
                "resolve | margin=.inf keep=pair | margin: must be",
                "resolve | margin=0.1 | must be left out where keep is confidence",
                "resolve | by=judge/quality keep=vote | must be left out where keep is vote",
                "resolve | by=[a] keep=pair | by: must be",
                "resolve | by= keep=pair | by: must be text, got nothing"
            })
    void aSettingThatMakesNoSenseIsNamed(String step, String settings, String rule) throws IOException {
        write("{'text': 'a'}", "{'text': 'b'}");

        int code = apply(step, settings.split(" (?=[a-zA-Z.]+=)"));

        assertOneMessage(code, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | in.jsonl",
                "`\n \n` | in.jsonl",
                "[] | line 1",
                "{'text': 'a', 'id': 1 | line 1",
                "{'text': NaN} | line 1",
                "{'text': 1e999} | line 1",
                "{'text': ''} | line 1",
                "SAMPLE 'confidence': 2} | 'confidence' of a sample that Reflux wrote must be in [0, 1], got 2.0",
                "SAMPLE 'confidence': 'NaN'} | 'confidence' of a sample that Reflux wrote must be in [0, 1], got NaN",
                "SAMPLE 'answers': [null]} | 'answers[0]' of a sample that Reflux wrote must be an object, got null",
                "SAMPLE 'answers': [{'text': 'x', 'verdicts': [{'by': 'judge/quality', 'outcome': 'PASSED', 'score': 1e999}]}]} | 'answers[0].verdicts[0].score' of a sample that Reflux wrote must be a finite number, got Infinity",
                "SAMPLE 'answers': [{'text': 'x', 'verdicts': [{'by': 'judge/quality', 'outcome': 'PASSED', 'score': 'NaN'}]}]} | must be a finite number, got NaN",
                "SAMPLE 'answers': [{'text': 'x', 'verdicts': [{'outcome': 'PASSED'}]}]} | 'answers[0].verdicts[0].by'",
                "SAMPLE 'answers': [{'text': 'x', 'verdicts': [{'by': 'judge/quality'}]}]} | 'answers[0].verdicts[0].outcome'",
                "SAMPLE 'task': {'verdicts': [{'by': '', 'outcome': 'PASSED'}]}} | 'task.verdicts[0].by'",
                "SAMPLE 'task': {'history': [{'role': 'USER'}]}} | 'task.history[0]'",
                "SAMPLE 'candidates': [{'confidence': 1}]} | 'candidates[0].label'"
            })
    void aFileOfNoSamplesIsNamed(String row, String place) throws IOException {
        write(row.replace("SAMPLE", "{'id': 'a', 'text': 't', 'decision': 'ACCEPTED', 'provenance': {'origin': 'o'},"));

        for (String step : List.of("rank keep=1", "split", "balance by=label most=1", "resolve")) {
            err.getBuffer().setLength(0);

            int code = apply(
                    step.split(" ")[0], step.substring(step.indexOf(' ') + 1).split(" "));

            assertOneMessage(code, place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank keep=1",
                "rank by=[length] keep=2147483647",
                "rank by=[confidence,judge/quality,length] share=0.5",
                "rank by=[judge/quality,judge/quality] share=1",
                "rank by=[length] share=0",
                "rank by=[judge/none] per=language most=1 diverse={}",
                "split",
                "split validation=0 test=0",
                "split validation=0.5 test=0.49999 stratified=true randomSeed=-2147483648",
                "split near.threshold=0.1",
                "balance by=label most=1",
                "balance by=label toSmallest=1e300",
                "balance by=source share=0.001",
                "balance by=topic topics=200 most=1 best=judge/quality",
                "balance by=difficulty difficulty.by=judge/quality difficulty.bounds=[-1e308,0,1e308] most=1",
                "balance by=operation quotas=[{name: nobody, samples: 1}]",
                "balance by=language share=1 best=judge/none",
                "resolve",
                "resolve keep=vote",
                "resolve keep=pair margin=1e308 by=judge/quality",
                "resolve keep=reject-all"
            })
    void whateverComesInComesOut(String step) throws IOException {
        for (String[] rows : strangeFiles()) {
            write(rows);
            err.getBuffer().setLength(0);

            int code = apply(
                    step.split(" ")[0], step.substring(step.indexOf(' ') + 1).split(" (?=[a-zA-Z.]+=)"));

            assertThat(code)
                    .as("%s on %s: %s", step, Arrays.toString(rows), err)
                    .isZero();
            int accepted = Files.readAllLines(folder.resolve("out.jsonl")).size();
            int rejected = Files.readAllLines(folder.resolve("rejected.jsonl")).size();
            assertThat(accepted + rejected).as(step).isEqualTo(rows.length);
            assertThat(err.toString()).as(step).isEmpty();
            assertThat(Files.readString(folder.resolve("out.jsonl"))).doesNotContain("NaN", "Infinity");
        }
    }

    /** One row; rows all alike; scores as large and as small as numbers go, and none. */
    private static List<String[]> strangeFiles() {
        List<String> alike = new ArrayList<>();
        List<String> scored = new ArrayList<>();
        String[] scores = {"1.7976931348623157e308", "-1.7976931348623157e308", "4.9e-324", "-0.0", "0", "null", "1e308"
        };
        for (int row = 0; row < scores.length; row++) {
            alike.add("{'text': 'The same.', 'answers': ['Same.']}");
            scored.add("{'id': 'i" + row + "', 'text': 'One of " + row % 3 + "', 'label': 'l" + row % 2
                    + "', 'confidence': " + (row % 2 == 0 ? "1" : "null") + ", 'decision': 'ACCEPTED', 'provenance':"
                    + " {'origin': 'o:1'}, 'answers': [{'text': 'A" + row + "', 'verdicts': [{'by': 'judge/quality',"
                    + " 'outcome': 'PASSED', 'score': " + scores[row] + "}]}]}");
        }
        return List.of(
                new String[] {"{'text': 'Alone.'}"},
                alike.toArray(String[]::new),
                scored.toArray(String[]::new),
                new String[] {"{'text': '\\uD83D\\uDE00\\u0000'}", "{'text': 'x', 'answers': ['']}"});
    }

    @Test
    void aSettingOfNothingIsAMistakeOfTheCommandLine() throws IOException {
        write("{'text': 'a'}");

        assertThat(apply("rank", "keep")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--set").doesNotContain("Exception", "\tat ");
    }

    private void assertOneMessage(int code, String rule) {
        String message = err.toString().strip();
        assertThat(code).as(message).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(message.lines()).as(message).hasSize(1);
        assertThat(message).startsWith("reflux: ").contains(rule).doesNotContain("Exception", "dev.reflux", "; null");
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
        assertThat(folder.resolve("rejected.jsonl")).doesNotExist();
    }

    private void write(String... rows) throws IOException {
        Files.writeString(folder.resolve("in.jsonl"), String.join("\n", rows).replace('\'', '"'));
    }

    private int apply(String step, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("apply", step));
        arguments.addAll(List.of("--in", path("in.jsonl"), "--out", path("out.jsonl")));
        arguments.addAll(List.of("--rejected", path("rejected.jsonl"), "--workspace", path("workspace")));
        for (String setting : settings) {
            if (!setting.equals(step)) {
                arguments.addAll(List.of("--set", setting));
            }
        }
        return RefluxCommand.in(new Surroundings(Wiring.of(Map.of()), Map.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
