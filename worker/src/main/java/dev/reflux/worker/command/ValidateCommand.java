package dev.reflux.worker.command;

import dev.reflux.activities.report.TeacherNotice;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.StagePlan;
import dev.reflux.worker.campaign.CampaignLoader;
import dev.reflux.worker.campaign.LoadedCampaign;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reflux validate}: everything that can be found wrong before a campaign is started. */
@Command(name = "validate", description = "Check a campaign file and its inputs; create and spend nothing.")
final class ValidateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The campaign, in YAML.")
    private Path file;

    @Option(names = "--json", description = "Print what was found as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ValidateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What {@code --json} prints. */
    record Valid(
            String campaign, String fingerprint, String notice, List<String> stages, int maxRounds, Double budgetUsd) {
        static Valid of(LoadedCampaign campaign) {
            CampaignPlan plan = campaign.plan();
            return new Valid(
                    plan.campaign(),
                    campaign.fingerprint(),
                    TeacherNotice.of(plan).orElse(null),
                    plan.stages().stream().map(StagePlan::name).toList(),
                    plan.rounds().max(),
                    plan.budget() == null ? null : plan.budget().usd());
        }
    }

    @Override
    public Integer call() {
        LoadedCampaign campaign = new CampaignLoader(surroundings.assembly()).load(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, Valid.of(campaign));
        } else {
            out.println(file + " is valid: campaign " + campaign.name() + ", at most "
                    + campaign.plan().rounds().max() + " rounds of "
                    + campaign.plan().stages().stream().map(StagePlan::name).collect(Collectors.joining(" → ")));
            TeacherNotice.of(campaign.plan()).ifPresent(out::println);
        }
        return ExitCode.DONE.code();
    }
}
