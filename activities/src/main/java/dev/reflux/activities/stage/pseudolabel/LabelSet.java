package dev.reflux.activities.stage.pseudolabel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The labels a teacher may choose from, and which of them it meant by a word that is not quite one of them. */
final class LabelSet {

    /** One slip of the pen for every so many characters is forgiven, two at most. */
    private static final int CHARACTERS_PER_SLIP = 5;

    private static final int MOST_SLIPS = 2;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_/–—-]+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final List<String> labels;

    LabelSet(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    List<String> labels() {
        return labels;
    }

    /** Position of a label: ties between labels go to the one that is listed first. */
    int order(String label) {
        return labels.indexOf(label);
    }

    /**
     * The one label that is meant: as written; or apart from case, spaces, dashes, quotes and punctuation; or apart from
     * a plural; or apart from a slip or two. Empty where none is meant, or where more than one could be.
     */
    Optional<String> meant(String said) {
        if (labels.contains(said)) {
            return Optional.of(said);
        }
        return onlyAlike(said, LabelSet::caseless)
                .or(() -> onlyAlike(said, LabelSet::plain))
                .or(() -> onlyAlike(said, LabelSet::singular))
                .or(() -> onlyNear(plain(said)));
    }

    /** True if a longer label begins with this one, so that only what follows tells the two apart. */
    boolean isPrefixOfAnother(String label) {
        return labels.stream().anyMatch(other -> other.length() > label.length() && other.startsWith(label));
    }

    /** The one label that begins with these characters; empty where none or several do. */
    Optional<String> onlyStartingWith(String start) {
        return only(label -> label.startsWith(start));
    }

    private Optional<String> onlyAlike(String said, UnaryOperator<String> form) {
        String wanted = form.apply(said);
        return wanted.isEmpty()
                ? Optional.empty()
                : only(label -> form.apply(label).equals(wanted));
    }

    private Optional<String> onlyNear(String said) {
        return only(label -> {
            String plain = plain(label);
            int slips = Math.min(MOST_SLIPS, Math.min(plain.length(), said.length()) / CHARACTERS_PER_SLIP);
            return slips > 0 && new LevenshteinDistance(slips).apply(plain, said) >= 0;
        });
    }

    private Optional<String> only(Predicate<String> fits) {
        List<String> fitting = labels.stream().filter(fits).limit(2).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static String caseless(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    private static String plain(String label) {
        String caseless = caseless(Normalizer.normalize(label, Normalizer.Form.NFKC));
        return SEPARATORS.matcher(EDGES.matcher(caseless).replaceAll("")).replaceAll("-");
    }

    private static String singular(String label) {
        String plain = plain(label);
        return plain.length() > 1 && plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
