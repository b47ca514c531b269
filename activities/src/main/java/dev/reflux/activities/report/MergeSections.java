package dev.reflux.activities.report;

import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.report.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the steps of the last round's merge found, each part where its step ran. */
final class MergeSections {
    private final List<Markup> sections = new ArrayList<>();

    private MergeSections() {}

    static List<Markup> of(ClosedCampaign campaign, int round) {
        MergeFindings found = new MergeFindings(campaign.folder(), campaign.plan(), round);
        MergeSections sections = new MergeSections();
        sections.add(found.duplicates(), () -> DuplicatesSection.of(campaign));
        sections.add(found.decontaminations(), () -> DecontaminationSection.of(found.decontaminations()));
        sections.add(found.resolutions(), () -> ConflictsSection.of(found.resolutions()));
        sections.add(found.balances(), () -> BalanceSection.of(found));
        sections.add(found.rankings(), () -> RankingSection.of(found.rankings()));
        sections.add(
                found.divisions(),
                () -> SplitSection.of(found.divisions().stream()
                        .map(MergeFindings.Found::findings)
                        .toList()));
        return sections.sections;
    }

    private void add(List<?> steps, Supplier<Markup> section) {
        if (!steps.isEmpty()) {
            sections.add(section.get());
        }
    }
}
