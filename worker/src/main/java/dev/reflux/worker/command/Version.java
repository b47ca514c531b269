package dev.reflux.worker.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of Reflux, with the Java it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            properties.load(resource);
        } catch (IOException failure) {
            throw new UncheckedIOException("version.properties must be readable", failure);
        }
        return new String[] {"reflux " + properties.getProperty("version") + " on Java " + Runtime.version()};
    }
}
