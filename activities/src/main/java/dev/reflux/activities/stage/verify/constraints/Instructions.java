package dev.reflux.activities.stage.verify.constraints;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The instructions that can be checked, by IFEval's ids. A new one is one line here. */
final class Instructions {

    private static final Map<String, Function<Arguments, Constraint>> KNOWN = known();

    private Instructions() {}

    static Set<String> ids() {
        return KNOWN.keySet();
    }

    /** @throws IllegalArgumentException if the id is not known, or an argument is not as it should be */
    static Constraint of(String id, Arguments arguments) {
        Function<Arguments, Constraint> instruction = KNOWN.get(id);
        if (instruction == null) {
            throw new IllegalArgumentException(
                    "instruction id must be one of " + KNOWN.keySet() + ", got '" + id + "'");
        }
        return instruction.apply(arguments);
    }

    private static Map<String, Function<Arguments, Constraint>> known() {
        Map<String, Function<Arguments, Constraint>> known = new TreeMap<>();
        known.put("length_constraints:number_words", LengthDemands::words);
        known.put("length_constraints:number_sentences", LengthDemands::sentences);
        known.put("length_constraints:number_paragraphs", LengthDemands::paragraphs);
        known.put("length_constraints:nth_paragraph_first_word", LengthDemands::firstWordOfParagraph);
        known.put("keywords:existence", KeywordDemands::existence);
        known.put("keywords:frequency", KeywordDemands::frequency);
        known.put("keywords:forbidden_words", KeywordDemands::forbidden);
        known.put("keywords:letter_frequency", KeywordDemands::letterFrequency);
        known.put("language:response_language", LanguageDemands::language);
        known.put("change_case:english_capital", LanguageDemands::englishCapital);
        known.put("change_case:english_lowercase", LanguageDemands::englishLowercase);
        known.put("change_case:capital_word_frequency", KeywordDemands::capitalWords);
        known.put("detectable_content:number_placeholders", FormatDemands::placeholders);
        known.put("detectable_content:postscript", FormatDemands::postscript);
        known.put("detectable_format:number_bullet_lists", FormatDemands::bullets);
        known.put("detectable_format:constrained_response", FormatDemands::constrained);
        known.put("detectable_format:number_highlighted_sections", FormatDemands::highlights);
        known.put("detectable_format:multiple_sections", FormatDemands::sections);
        known.put("detectable_format:json_format", FormatDemands::json);
        known.put("detectable_format:title", FormatDemands::title);
        known.put("combination:two_responses", PhraseDemands::twoResponses);
        known.put("combination:repeat_prompt", PhraseDemands::repeatPrompt);
        known.put("startend:end_checker", PhraseDemands::end);
        known.put("startend:quotation", PhraseDemands::quotation);
        known.put("punctuation:no_comma", PhraseDemands::noComma);
        return known;
    }
}
