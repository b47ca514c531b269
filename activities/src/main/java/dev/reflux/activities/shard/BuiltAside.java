package dev.reflux.activities.shard;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Folders of a campaign that are only ever there whole: built aside, in a campaign folder within the campaign's, and then
 * moved into place. What was not moved is gone on closing; what a killed process left is gone on opening.
 */
public final class BuiltAside implements AutoCloseable {

    private final CampaignFolder campaign;
    private final CampaignFolder aside;

    /** @param name of the folder to build in, such as {@code inputs.tmp} */
    public BuiltAside(CampaignFolder campaign, String name) {
        this.campaign = campaign;
        this.aside = new LocalWorkspace(campaign.root()).folder(name);
        delete(aside.root());
    }

    /** Where to build. */
    public CampaignFolder folder() {
        return aside;
    }

    /**
     * Puts a folder in the place of what was there before; nothing where nothing was built.
     *
     * @param relative path below the campaign's folder, such as {@code dataset/01}
     * @throws WorkspaceException if it cannot be moved
     */
    public void moveIn(String relative) {
        Path built = aside.root().resolve(relative);
        Path place = campaign.root().resolve(relative);
        delete(place);
        if (!Files.exists(built)) {
            return;
        }
        try {
            WholeFolder.make(place.getParent());
            Files.move(built, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw WholeFile.unwritable(place, e);
        }
    }

    @Override
    public void close() {
        delete(aside.root());
        File root = campaign.root().toFile();
        String[] left = root.list();
        if (left != null && left.length == 0) {
            delete(campaign.root());
        }
    }

    private static void delete(Path folder) {
        try {
            WholeFolder.delete(folder);
        } catch (IOException e) {
            throw WholeFile.unwritable(folder, e);
        }
    }
}
