package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.PromptKey;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.split.Groups.Member;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Connects the samples and gives each group a part, where its samples have none yet. */
final class SplitPass implements MergePass {

    private static final String STRADDLING = "straddling";

    private final SplitSettings settings;
    private final Kinship kinship;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, String> labels = new HashMap<>();

    SplitPass(SplitSettings settings, Kinship kinship) {
        this.settings = settings;
        this.kinship = kinship;
    }

    @Override
    public void see(Sample sample) {
        long prompt = PromptKey.of(sample);
        kinship.add(sample, prompt);
        String label = sample.label() == null ? "" : sample.label();
        String known = labels.putIfAbsent(label, label);
        members.add(new Member(recorded(sample), known == null ? label : known, prompt));
    }

    @Override
    public Ruling rule() {
        requireEnough();
        Groups groups = new Groups(members, kinship.connect());
        return new Parting(groups, Allotment.of(settings, groups.all()));
    }

    @Override
    public void close() {
        kinship.close();
    }

    /** @throws InvalidCampaignException if the numbers leave nothing for training */
    private void requireEnough() {
        if (settings.hasNumbers() && !members.isEmpty() && settings.wanted(Split.TRAIN, members.size()) <= 0) {
            throw new InvalidCampaignException("Merge step split must leave samples for training, got validation "
                    + settings.written(Split.VALIDATION) + " and test " + settings.written(Split.TEST)
                    + " of a dataset of " + members.size()
                    + "; lower them or write shares such as 0.1, or let more samples into the dataset");
        }
    }

    private static Split recorded(Sample sample) {
        List<String> operations = sample.provenance().operations();
        for (Split part : Split.values()) {
            if (operations.contains(part.operation())) {
                return part;
            }
        }
        return null;
    }

    private final class Parting implements Ruling {

        private final Groups groups;
        private final Split[] parts;

        private Parting(Groups groups, Split[] parts) {
            this.groups = groups;
            this.parts = parts;
        }

        @Override
        public Rejection at(int place) {
            boolean stays = members.get(place).part() != null || parts[groups.of(place)] != null;
            return stays ? null : straddling(groups.all().get(groups.of(place)).recorded());
        }

        @Override
        public Sample kept(int place, Sample sample) {
            return members.get(place).part() != null
                    ? sample
                    : sample.from(sample.provenance().after(parts[groups.of(place)].operation()));
        }

        @Override
        public Optional<Object> findings() {
            SplitFindings found = new SplitFindings();
            for (int place = 0; place < members.size(); place++) {
                Member member = members.get(place);
                found.count(member.part() == null ? parts[groups.of(place)] : member.part(), member.label());
            }
            Stream.of(parts).forEach(found::countGroup);
            return Optional.of(found.division(settings));
        }

        private Rejection straddling(Set<Split> between) {
            String names = between.stream().map(SplitFindings::name).collect(Collectors.joining("+"));
            return new Rejection(STRADDLING, "split/joins-" + names);
        }
    }
}
