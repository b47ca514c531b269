package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.rank.RankSettings.Per;
import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which group a sample is in, as a number; all are in one where nothing groups them. */
final class GroupOf {

    private static final String NO_LABEL = "";
    private static final String UNCERTAIN = "und";

    private final Per per;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** @param per may be null */
    GroupOf(Per per) {
        this.per = per;
    }

    int number(Sample sample) {
        return numbers.computeIfAbsent(name(sample), unseen -> numbers.size());
    }

    int count() {
        return numbers.size();
    }

    /** By their numbers; empty of samples without a label. */
    List<String> names() {
        return new ArrayList<>(numbers.keySet());
    }

    private String name(Sample sample) {
        if (per == null) {
            return NO_LABEL;
        }
        return switch (per) {
            case LABEL -> sample.label() == null ? NO_LABEL : sample.label();
            case SOURCE -> file(sample.provenance().origin());
            case LANGUAGE -> TextLanguage.of(sample.text()).orElse(UNCERTAIN);
        };
    }

    /** An origin is a file's name and a line. */
    private static String file(String origin) {
        int line = origin.lastIndexOf(':');
        return line < 0 ? origin : origin.substring(0, line);
    }
}
