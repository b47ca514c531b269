package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.TeacherReply.Token;
import dev.reflux.activities.teacher.TeacherReply.Token.Rival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens that spell the label in an answer, and what they say of its probability.
 *
 * <p>By the chain rule the label's probability is the product of the probabilities of the tokens that overlap it. A token
 * that straddles a quote counts whole: in JSON the quote is all but certain. Where another label begins with this one
 * ({@code refund}, {@code refund-status}) the token after it counts too, for only there did the model choose to stop.
 */
final class LabelTokens {

    private final List<Token> tokens;
    private final String lead;

    /** @param lead what the first token holds before the label, such as a space and a quote */
    private LabelTokens(List<Token> tokens, String lead) {
        this.tokens = tokens;
        this.lead = lead;
    }

    /** Finds the label in the answer's tokens, as it was said; empty where the tokens do not hold it. */
    static Optional<LabelTokens> find(List<Token> answer, String said, boolean withNext) {
        StringBuilder words = new StringBuilder();
        answer.forEach(token -> words.append(token.text()));
        int start = startOf(said, words.toString());
        if (said.isEmpty() || start < 0) {
            return Optional.empty();
        }
        int end = start + said.length();
        List<Token> spelling = new ArrayList<>();
        String lead = "";
        int from = 0;
        for (Token token : answer) {
            int to = from + token.text().length();
            if (to > start && (from < end || (withNext && from == end))) {
                lead = spelling.isEmpty() ? token.text().substring(0, start - from) : lead;
                spelling.add(token);
            }
            from = to;
        }
        return Optional.of(new LabelTokens(spelling, lead));
    }

    private static int startOf(String said, String words) {
        Pattern stated =
                Pattern.compile("(?i)label[\"']?\\s*(?:[:=]|is)\\s*[\"'\\[]*(?-i:(" + Pattern.quote(said) + "))");
        int start = -1;
        for (Matcher place = stated.matcher(words); place.find(); ) {
            start = place.start(1);
        }
        return start >= 0 ? start : words.lastIndexOf(said);
    }

    /** Probability of the label, in [0, 1]. */
    double probability() {
        return Math.min(1, Math.exp(tokens.stream().mapToDouble(Token::logprob).sum()));
    }

    /**
     * The label and its rivals, best first. A rival's probability is that of the path up to the token where it parts from
     * the label: an upper bound, so it is held to the label's own, and known only where that token leaves one label
     * possible.
     */
    List<Candidate> candidates(String label, LabelSet labels) {
        Map<String, Double> probabilities = new TreeMap<>();
        StringBuilder spelled = new StringBuilder();
        double path = 0;
        for (Token token : tokens) {
            for (Rival rival : token.rivals()) {
                double probability = Math.exp(path + rival.logprob());
                rivalLabel(spelled + withoutLead(rival.text(), spelled.isEmpty()), labels)
                        .filter(other -> !other.equals(label) && !rival.text().equals(token.text()))
                        .ifPresent(other -> probabilities.merge(other, probability, Double::sum));
            }
            spelled.append(withoutLead(token.text(), spelled.isEmpty()));
            path += token.logprob();
        }
        return ranked(new Candidate(label, probability()), probabilities);
    }

    private static List<Candidate> ranked(Candidate best, Map<String, Double> others) {
        List<Candidate> candidates = new ArrayList<>();
        others.forEach(
                (label, probability) -> candidates.add(new Candidate(label, Math.min(best.confidence(), probability))));
        candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        candidates.add(0, best);
        return candidates;
    }

    private Optional<String> rivalLabel(String start, LabelSet labels) {
        int quote = start.indexOf('"');
        if (quote >= 0) {
            return labels.meant(start.substring(0, quote));
        }
        return start.isEmpty() ? Optional.empty() : labels.onlyStartingWith(start);
    }

    private String withoutLead(String text, boolean first) {
        return first && text.startsWith(lead) ? text.substring(lead.length()) : text;
    }
}
