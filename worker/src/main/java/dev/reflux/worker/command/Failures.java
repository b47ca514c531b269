package dev.reflux.worker.command;

import dev.reflux.activities.layout.AmbiguousLayoutException;
import dev.reflux.activities.ledger.LedgerUnavailableException;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.Unfinished;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.template.ChatTemplateException;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.worker.campaign.CampaignFailedException;
import dev.reflux.worker.campaign.CampaignRefusedException;
import dev.reflux.worker.campaign.NoWorkerException;
import dev.reflux.worker.orchestrator.OrchestratorUnreachableException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command throws into one message on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final RefluxCommand root;

    Failures(RefluxCommand root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        ExitCode code = codeOf(failure);
        if (Unfinished.areDeleted()) {
            return code.code(); // It fails because its files are gone; the process ends as the signal says.
        }
        PrintWriter err = command.getErr();
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        err.println("reflux: " + (code == ExitCode.UNEXPECTED ? "unexpected: " : "") + message);
        if (root.isVerbose()) {
            failure.printStackTrace(err);
        } else if (code == ExitCode.UNEXPECTED) {
            err.println("reflux: --verbose shows where");
        }
        return code.code();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("reflux: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("reflux: '" + command.getCommandSpec().qualifiedName() + " --help' lists what there is");
        return ExitCode.USAGE.code();
    }

    static ExitCode codeOf(Exception failure) {
        if (failure instanceof InvalidCampaignException
                || failure instanceof TableException
                || failure instanceof ChatTemplateException
                || failure instanceof AmbiguousLayoutException) {
            return ExitCode.INVALID_CAMPAIGN;
        }
        if (failure instanceof CampaignFailedException campaign) {
            return campaign.isUsersMove() ? ExitCode.CAMPAIGN_FAILED : ExitCode.UNEXPECTED;
        }
        if (failure instanceof WorkspaceException
                || failure instanceof ShardCorruptException
                || failure instanceof LedgerUnavailableException) {
            return ExitCode.HOLDS;
        }
        if (failure instanceof OrchestratorUnreachableException || failure instanceof NoWorkerException) {
            return ExitCode.UNREACHABLE;
        }
        return failure instanceof CampaignRefusedException ? ExitCode.REFUSED : ExitCode.UNEXPECTED;
    }
}
