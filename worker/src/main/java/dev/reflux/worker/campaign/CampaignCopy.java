package dev.reflux.worker.campaign;

import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The campaign file as it was given, kept beside what came of it. It holds no secret: the grammar refuses one. */
public final class CampaignCopy {

    private CampaignCopy() {}

    /**
     * Leaves the file in the campaign's folder; where it lies there already it is not touched.
     *
     * @throws dev.reflux.activities.shard.WorkspaceException if it cannot be written
     */
    public static void keep(LoadedCampaign campaign, Path workspace) {
        Path copy = new LocalWorkspace(workspace).folder(campaign.name()).campaignFile();
        byte[] bytes = campaign.text().getBytes(StandardCharsets.UTF_8);
        if (!holds(copy, bytes)) {
            WholeFile.write(copy, bytes);
        }
    }

    private static boolean holds(Path copy, byte[] bytes) {
        try {
            return Files.exists(copy) && Arrays.equals(Files.readAllBytes(copy), bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + copy + "; check its rights", unreadable);
        }
    }
}
