package dev.reflux.activities.card;

import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateStep;
import dev.reflux.config.MergePlan;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import dev.reflux.workflows.round.MergeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a reader must not expect of a dataset, as far as the campaign shows it. */
final class KnownLimits {
    private final CardSubject subject;
    private final DatasetSurvey survey;
    private final List<String> limits = new ArrayList<>();

    private KnownLimits(CardSubject subject, DatasetSurvey survey) {
        this.subject = subject;
        this.survey = survey;
    }

    static List<String> of(CardSubject subject, DatasetSurvey survey) {
        KnownLimits limits = new KnownLimits(subject, survey);
        limits.addTruth();
        limits.addComparisons();
        limits.addUse();
        return limits.limits;
    }

    private void addTruth() {
        MergeReport merge = subject.lastRound().merge();
        if (merge.acceptedPrecision() == null) {
            limits.add("Labels and answers are models'. No gold was there to measure how many are right.");
        } else {
            limits.add("Labels are models'. Gold confirms " + MarkdownPage.percent(merge.acceptedPrecision())
                    + " of the " + MarkdownPage.count(merge.measured()) + " that it knows.");
        }
    }

    private void addComparisons() {
        boolean isDeduplicated =
                subject.plan().merge().stream().map(MergePlan::name).anyMatch(new DeduplicateStep().name()::equals);
        if (!isDeduplicated) {
            limits.add("Samples that are nearly alike were not looked for: of equal texts one is left, at most.");
        }
        if (subject.findings().decontaminations().isEmpty()) {
            limits.add("It was not compared with any benchmark.");
        }
        if (survey.told() < survey.asked()) {
            limits.add("Languages are measured on a part of the texts.");
        }
    }

    private void addUse() {
        if (subject.stated().license() == null) {
            limits.add("No licence is stated: whoever publishes it must know the terms of its sources.");
        }
        boolean isRemote = Stream.concat(
                        Stream.of(subject.plan().teacher()), subject.plan().teachers().values().stream())
                .map(TeacherPlan::provider)
                .anyMatch(Provider::isRemote);
        if (isRemote) {
            limits.add("The terms of the teachers' providers may limit what models can be trained on it.");
        }
    }
}
