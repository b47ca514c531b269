package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Matched;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecontaminationSectionTest {

    @Test
    void showsOfEachBenchmarkWhatWasMatchedAndWhatWentForIt() {
        List<Matched> matches = List.of(new Matched(17, 3, "ngrams", 0.75, List.of("a", "b", "c")));
        Decontamination step = new Decontamination(
                "8-gram words, more-than 0.5",
                2500,
                3,
                List.of(
                        new OfBenchmark("gsm8k.jsonl", 1319, 1, 3, matches),
                        new OfBenchmark("<odd>.csv", 80, 0, 0, List.of())));

        String section = DecontaminationSection.of(List.of(step)).toString();

        assertThat(section)
                .contains("By 8-gram words, more-than 0.5", "3 of 2,500 samples were rejected", "&lt;odd&gt;.csv")
                .contains("<td>gsm8k.jsonl</td><td class=\"n\">1,319</td><td class=\"n\">1</td><td class=\"n\">3</td>");
    }

    @Test
    void showsOfEachBenchmarkWhatTheJudgeConfirmedAndCleared() {
        Decontamination step = new Decontamination(
                "embedding",
                2500,
                2,
                List.of(new OfBenchmark("gsm8k.jsonl", 1319, 1, 2, List.of(), new Judged(1400, 2, 1397, 1))));

        assertThat(DecontaminationSection.of(List.of(step)).toString())
                .contains("pairs judged", "confirmed", "cleared", "undecided")
                .contains(
                        "<td class=\"n\">1,400</td><td class=\"n\">2</td><td class=\"n\">1,397</td><td class=\"n\">1</td>")
                .contains("the judge said nothing that could be read");
    }
}
