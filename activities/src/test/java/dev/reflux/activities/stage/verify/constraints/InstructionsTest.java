package dev.reflux.activities.stage.verify.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InstructionsTest {

    private static final String ENGLISH = "the weather in the mountains was cold and clear that morning";
    private static final String GERMAN = "Das Wetter in den Bergen war an diesem Morgen kalt und klar, sagte der Wirt.";

    /** One demand with texts that meet it and texts that do not. */
    private record Pair(String id, String arguments, List<String> met, List<String> unmet) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    "length_constraints:number_words",
                    "{'relation': 'at least', 'num_words': 3}",
                    List.of("one two three", "über den Wolken"),
                    List.of("one two", "one - two")),
            new Pair(
                    "length_constraints:number_sentences",
                    "{'relation': 'less than', 'num_sentences': 3}",
                    List.of("One. Two!", "Dr. Smith saw Mrs. Brown. She left."),
                    List.of("One. Two! Three?")),
            new Pair(
                    "length_constraints:number_paragraphs",
                    "{'num_paragraphs': 2}",
                    List.of("a\n***\nb", "***\na\n***\nb"),
                    List.of("a\n\nb", "a\n***\n***\nb", "a\n***\nb\n***\nc")),
            new Pair(
                    "length_constraints:nth_paragraph_first_word",
                    "{'num_paragraphs': 2, 'nth_paragraph': 2, 'first_word': 'It'}",
                    List.of("One.\n\nIt is two.", "One.\n\n\"it's\" two."),
                    List.of("It.\n\nOne.", "It is.", "a\n\nit\n\nc", "a\n\nItself")),
            new Pair(
                    "keywords:existence",
                    "{'keywords': ['dog', 'c++']}",
                    List.of("A Dog that knows C++"),
                    List.of("A dog that knows c")),
            new Pair(
                    "keywords:frequency",
                    "{'relation': 'at least', 'keyword': 'knot', 'frequency': 2}",
                    List.of("Knot on knot"),
                    List.of("a knot")),
            new Pair(
                    "keywords:forbidden_words",
                    "{'forbidden_words': ['damn', 'é']}",
                    List.of("damnation, café"),
                    List.of("DAMN it")),
            new Pair(
                    "keywords:letter_frequency",
                    "{'let_relation': 'less than', 'letter': 'j', 'let_frequency': 2}",
                    List.of("just"),
                    List.of("Just jump")),
            new Pair("language:response_language", "{'language': 'de'}", List.of(GERMAN), List.of(ENGLISH)),
            new Pair(
                    "language:response_language",
                    "{'language': 'kn'}",
                    List.of("ಬೆಳಿಗ್ಗೆ ಬೆಟ್ಟಗಳಲ್ಲಿ ಹವಾಮಾನವು ತುಂಬಾ ತಂಪಾಗಿತ್ತು ಮತ್ತು ಸ್ವಚ್ಛವಾಗಿತ್ತು"),
                    List.of(ENGLISH)),
            new Pair(
                    "change_case:english_capital",
                    "{}",
                    List.of(ENGLISH.toUpperCase()),
                    List.of(ENGLISH, GERMAN.toUpperCase())),
            new Pair(
                    "change_case:english_lowercase",
                    "{}",
                    List.of(ENGLISH),
                    List.of(ENGLISH + " I", GERMAN.toLowerCase())),
            new Pair(
                    "change_case:capital_word_frequency",
                    "{'capital_relation': 'at least', 'capital_frequency': 2}",
                    List.of("GO NOW", "go WELL-KNOWN, A1"),
                    List.of("Go NOW", "GO 12")),
            new Pair(
                    "detectable_content:number_placeholders",
                    "{'num_placeholders': 2}",
                    List.of("[name] at [place] and [time]"),
                    List.of("[name]")),
            new Pair(
                    "detectable_content:postscript",
                    "{'postscript_marker': 'P.P.S'}",
                    List.of("Bye.\nP.P.S Write.", "p. p. s hm"),
                    List.of("Bye.\nP.S. Write.")),
            new Pair(
                    "detectable_content:postscript",
                    "{'postscript_marker': 'P.S.'}",
                    List.of("Bye.\nP.S. Write."),
                    List.of("Bye. PS Write.")),
            new Pair(
                    "detectable_format:number_bullet_lists",
                    "{'num_bullets': 2}",
                    List.of("* a\n* b", "Intro\n - a\n * b"),
                    List.of("* a", "* a\n* b\n* c", "**a**\n**b**")),
            new Pair(
                    "detectable_format:constrained_response",
                    "{}",
                    List.of("My answer is maybe."),
                    List.of("Maybe.", "My answer is yes")),
            new Pair(
                    "detectable_format:number_highlighted_sections",
                    "{'num_highlights': 2}",
                    List.of("*a* and **b c**"),
                    List.of("*a* and b", "** ** and *a*")),
            new Pair(
                    "detectable_format:multiple_sections",
                    "{'section_spliter': 'SECTION', 'num_sections': 2}",
                    List.of("SECTION 1\na\nSECTION 2\nb"),
                    List.of("SECTION 1\na", "Section 1\nSection 2")),
            new Pair(
                    "detectable_format:json_format",
                    "{}",
                    List.of("{\"a\": [1]}", "```json\n{\"a\": 1}\n```"),
                    List.of("a: 1", "{\"a\": 1} done", "{'a': 1}")),
            new Pair(
                    "detectable_format:title",
                    "{}",
                    List.of("<<joy>>\nText"),
                    List.of("<< >>\nText", "<joy>", "<<a\nb>>")),
            new Pair(
                    "combination:two_responses",
                    "{}",
                    List.of("one\n******\ntwo", "******one******two"),
                    List.of("one", "one******one", "a******b******c", "a************b")),
            new Pair(
                    "combination:repeat_prompt",
                    "{'prompt_to_repeat': 'Say hello.'}",
                    List.of("say hello. Hello!"),
                    List.of("Hello! Say hello.")),
            new Pair(
                    "startend:end_checker",
                    "{'end_phrase': 'So what is next?'}",
                    List.of("Done. so what is next?\n", "\"So what is next?\""),
                    List.of("So what is next? Nothing.")),
            new Pair("startend:quotation", "{}", List.of("\"All of it\" and \"more\""), List.of("\"", "a \"b\"")),
            new Pair("punctuation:no_comma", "{}", List.of("no comma"), List.of("a, comma")));

    @TestFactory
    Stream<DynamicTest> tellsWhatMeetsADemandFromWhatDoesNot() {
        return PAIRS.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.id() + " " + pair.arguments(), () -> {
                    Constraint constraint = constraint(pair);
                    assertThat(constraint.demand()).contains(" must ");
                    for (String text : pair.met()) {
                        assertThat(constraint.test().on(text)).as(text).isEqualTo(Outcome.PASSED);
                    }
                    for (String text : pair.unmet()) {
                        assertThat(constraint.test().on(text)).as(text).isEqualTo(Outcome.FAILED);
                    }
                }));
    }

    @Test
    void everyKnownInstructionHasItsPair() {
        TreeSet<String> paired = new TreeSet<>();
        PAIRS.forEach(pair -> paired.add(pair.id()));
        assertThat(paired).isEqualTo(Instructions.ids());
    }

    @Test
    void aTextTooShortToTellItsLanguageIsUndecided() throws IOException {
        Pair german = new Pair("language:response_language", "{'language': 'de'}", List.of(), List.of());
        assertThat(constraint(german).test().on("Ja.")).isEqualTo(Outcome.UNDECIDED);
        assertThat(constraint(german).test().on("1234567890 ++ 1234567890")).isEqualTo(Outcome.UNDECIDED);
    }

    private static Constraint constraint(Pair pair) throws IOException {
        return Instructions.of(
                pair.id(),
                new Arguments(new JsonMapper().readTree(pair.arguments().replace('\'', '"'))));
    }
}
