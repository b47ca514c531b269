package dev.reflux.activities.shard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Writes into a temporary folder, and makes it anew where it is gone, until it is told to end, and while it ends. */
final class BusyProcess {

    private BusyProcess() {}

    /** @param args where the temporary folder's path is written once files lie in it */
    public static void main(String[] args) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("reflux-busy-");
        for (long file = 0; ; file++) {
            Path place = folder.path().resolve("deep/er/" + file);
            try {
                WholeFolder.make(place.getParent());
                Files.writeString(place, "under way");
            } catch (IOException | CancellationException ending) {
                continue;
            }
            if (file == 100) {
                Files.writeString(Path.of(args[0]), folder.path().toString());
            }
        }
    }

    static Process start(Path notes, Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyProcess.class.getName(),
                        notes.toString())
                .redirectErrorStream(true)
                .start();
    }
}
