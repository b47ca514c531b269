package dev.reflux.activities.dataset;

import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One of the files a campaign starts from, and the one place that says what is wrong with it.
 *
 * @param key where the campaign names it, such as {@code inputs.pool}
 * @param path its absolute path
 * @param grammar what the campaign says of it; null where it names the path alone
 */
record InputFile(String key, Path path, DataFile grammar) {

    private static final int LONGEST_VALUE = 60;

    /**
     * Finds the file.
     *
     * @param folder the campaign file's folder, against which a relative path is meant
     * @throws InvalidCampaignException if there is no such file
     */
    static InputFile of(String key, DataFile grammar, Path folder, Environment environment) {
        return new InputFile(key, absolute(grammar.path(), folder, environment), grammar).found();
    }

    /** Finds a file of which the campaign says nothing but the path, as {@link #of(String, DataFile, Path, Environment)}. */
    static InputFile of(String key, String path, Path folder, Environment environment) {
        return new InputFile(key, absolute(path, folder, environment), null).found();
    }

    private static Path absolute(String path, Path folder, Environment environment) {
        return folder.resolve(environment.resolve(path)).toAbsolutePath().normalize();
    }

    private InputFile found() {
        if (!Files.isRegularFile(path)) {
            String found = Files.exists(path) ? "something else" : "nothing";
            throw broken(0, "must be a file", found, "correct the path; it counts from the campaign file's folder");
        }
        if (!Files.isReadable(path)) {
            throw broken(0, "must be readable", "no right to read", "give this user the right to read it");
        }
        return this;
    }

    /** Where a record comes from, as its provenance has it. */
    String origin(int line) {
        return path.getFileName() + ":" + line;
    }

    /**
     * A complaint about this file.
     *
     * @param line from 1; 0 where no line is at fault
     * @param rule what must be so, starting with "must" or with the field that must
     */
    InvalidCampaignException broken(long line, String rule, String value, String remedy) {
        return broken(line, rule + ", got " + shortened(value), remedy);
    }

    /**
     * A complaint that somebody else found words for.
     *
     * @param why the rule, starting with "must", and what was found
     */
    InvalidCampaignException broken(long line, String why, String remedy) {
        String place = line == 0 ? path.toString() : path + " line " + line;
        return new InvalidCampaignException(key + " " + why + " (" + place + "); " + remedy);
    }

    private static String shortened(String value) {
        String plain = value.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
    }
}
