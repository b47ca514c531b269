package dev.reflux.activities.stage.judge;

import dev.reflux.activities.reply.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One judge's opinions on a shard, by what they are about; in mode pairwise its shares of wins, and what they rest on. */
final class Scorecard {

    /**
     * What a judge said of two answers shown in one order; kept with the one shown first.
     *
     * @param other the answer shown second, from 0
     */
    record Comparison(int other, Reading<Opinion> opinion) {}

    private final String judge;
    private final Map<Place, Reading<Opinion>> opinions = new LinkedHashMap<>();
    private final Map<Place, List<Comparison>> comparisons = new LinkedHashMap<>();

    private Scorecard(String judge) {
        this.judge = judge;
    }

    static Scorecard of(JudgeMode mode, List<Query> queries, Bench.Hearing hearing) {
        Scorecard card = new Scorecard(hearing.name());
        switch (mode) {
            case PAIRWISE -> card.compare(queries, hearing.readings());
            case DIFFICULTY -> card.divide(queries, hearing.readings());
            default -> card.score(queries, hearing.readings());
        }
        return card;
    }

    /** The judge's name; null where it is the only one. */
    String judge() {
        return judge;
    }

    /** Null where it was not asked. */
    Reading<Opinion> of(Place place) {
        return opinions.get(place);
    }

    /** What it said of pairs in which this was shown first, in the order asked. */
    List<Comparison> comparisons(Place first) {
        return comparisons.getOrDefault(first, List.of());
    }

    private void score(List<Query> queries, List<Reading<List<Opinion>>> readings) {
        for (int query = 0; query < queries.size(); query++) {
            List<List<Place>> subjects = queries.get(query).subjects();
            for (int subject = 0; subject < subjects.size(); subject++) {
                Reading<Opinion> opinion = nth(readings.get(query), subject);
                subjects.get(subject).forEach(place -> opinions.put(place, opinion));
            }
        }
    }

    private void compare(List<Query> queries, List<Reading<List<Opinion>>> readings) {
        Map<Place, WinShare> shares = new LinkedHashMap<>();
        for (int query = 0; query < queries.size(); query += 2) {
            Place one = queries.get(query).subjects().get(0).get(0);
            Place other = queries.get(query).subjects().get(1).get(0);
            Reading<Opinion> there = nth(readings.get(query), 0);
            Reading<Opinion> back = nth(readings.get(query + 1), 0);
            keep(one, new Comparison(other.answer(), there));
            keep(other, new Comparison(one.answer(), back));
            shares.computeIfAbsent(one, place -> new WinShare()).add(there, back);
            shares.computeIfAbsent(other, place -> new WinShare()).add(back, there);
        }
        shares.forEach((place, share) -> opinions.put(place, share.opinion()));
    }

    private void divide(List<Query> queries, List<Reading<List<Opinion>>> readings) {
        for (int query = 0; query < queries.size(); query += 2) {
            Place place = queries.get(query).subjects().get(0).get(0);
            opinions.put(place, Likelihood.difficulty(nth(readings.get(query), 0), nth(readings.get(query + 1), 0)));
        }
    }

    private void keep(Place first, Comparison comparison) {
        comparisons.computeIfAbsent(first, place -> new ArrayList<>()).add(comparison);
    }

    private static Reading<Opinion> nth(Reading<List<Opinion>> reading, int index) {
        return reading.then(all -> Reading.of(all.get(index)));
    }
}
