package dev.reflux.worker.campaign;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.worker.wiring.Assembly;
import dev.reflux.workflows.campaign.OpenReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a campaign file and everything it names, before anything is created or spent. */
public final class CampaignLoader {
    private final Assembly assembly;

    public CampaignLoader(Assembly assembly) {
        this.assembly = assembly;
    }

    /** @throws InvalidCampaignException if the file or one of its inputs cannot be used */
    public LoadedCampaign load(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        byte[] bytes = read(file);
        CampaignPlan plan = assembly.parse(file.toString(), bytes);
        OpenReport inputs = assembly.checkInputs(plan, folder);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new LoadedCampaign(plan, text, folder, assembly.fingerprint(plan, folder), inputs);
    }

    private static byte[] read(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidCampaignException(
                    "a campaign must be a file, got the folder " + file + "; name its YAML file");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new InvalidCampaignException("campaign file must exist, got " + file + "; check the path");
        } catch (IOException unreadable) {
            throw new InvalidCampaignException("campaign file must be readable, got " + file + " ("
                    + unreadable.getMessage() + "); check its rights");
        }
    }
}
