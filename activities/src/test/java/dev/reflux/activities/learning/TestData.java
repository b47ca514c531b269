package dev.reflux.activities.learning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where public data lies that is not part of the repository. */
public final class TestData {

    private static final String NAME = "REFLUX_TEST_DATA";

    private TestData() {}

    /** A file of it: in the folder that the property or variable REFLUX_TEST_DATA names, or beside the repository. */
    public static Optional<Path> find(String file) {
        String folder = System.getProperty(NAME, System.getenv(NAME));
        return Optional.of(folder == null ? Path.of("../../shared/data") : Path.of(folder))
                .map(found -> found.resolve(file))
                .filter(Files::isReadable);
    }
}
