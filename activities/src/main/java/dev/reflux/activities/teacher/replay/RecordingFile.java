package dev.reflux.activities.teacher.replay;

import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.TeacherPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of recorded answers, and the one place that says what is wrong with it.
 *
 * @param key where the campaign names it, such as {@code teacher.answers}
 * @param path its absolute path
 */
record RecordingFile(String key, Path path) {

    private static final int LONGEST_VALUE = 60;

    /**
     * Finds the file.
     *
     * @param teacher where the campaign names the teacher, such as {@code teachers.judge}
     * @param folder the campaign file's folder, against which a relative path is meant
     */
    static RecordingFile of(String teacher, TeacherPlan plan, Path folder, Environment environment) {
        Path path = folder.resolve(environment.resolve(plan.answers()))
                .toAbsolutePath()
                .normalize();
        return new RecordingFile(teacher + ".answers", path);
    }

    String name() {
        return path.getFileName().toString();
    }

    /** @throws InvalidCampaignException if there is no such file, or it cannot be read */
    byte[] bytes() {
        if (!Files.isRegularFile(path)) {
            String found = Files.exists(path) ? "something else" : "nothing";
            throw broken(0, "must be a file", found, "correct the path; it counts from the campaign file's folder");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw broken(0, "must be readable", String.valueOf(e.getMessage()), "check the file and its rights");
        }
    }

    /**
     * A complaint about this file.
     *
     * @param line from 1; 0 where no line is at fault
     * @param rule what must be so, starting with a verb
     */
    InvalidCampaignException broken(int line, String rule, String value, String remedy) {
        String place = line == 0 ? path.toString() : path + " line " + line;
        return new InvalidCampaignException(
                key + " " + rule + ", got " + shortened(value) + " (" + place + "); " + remedy);
    }

    private static String shortened(String value) {
        String plain = value.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
    }
}
