package dev.reflux.activities.teacher.replay;

import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A teacher inside this process that gives recorded answers: the user message, white space at its ends taken off, finds
 * the prompt, and the draw's index the answer. What surrounds the user message is not looked at. Costs nothing.
 */
public final class ReplayTeacher implements Teacher {

    /** Reason of a refusal: the prompt was not recorded, or not with so many answers. */
    public static final String NOT_RECORDED = "not-recorded";

    private static final int LONGEST_PROMPT = 60;

    private final Recording recording;
    private final String model;

    private ReplayTeacher(Recording recording, String model) {
        this.recording = recording;
        this.model = model;
    }

    /**
     * Reads the recording of a campaign's teacher, whole and into memory.
     *
     * @param name below the plan's {@code teachers}; null for the main one
     * @param folder the campaign file's folder, against which a relative path is meant
     * @throws InvalidCampaignException if the file is missing or broken
     */
    public static ReplayTeacher open(CampaignPlan plan, String name, Path folder, Environment environment) {
        TeacherPlan teacher = plan.teacher(name);
        RecordingFile file =
                RecordingFile.of(name == null ? "teacher" : "teachers." + name, teacher, folder, environment);
        return new ReplayTeacher(RecordingReader.read(file), teacher.model() == null ? file.name() : teacher.model());
    }

    /**
     * Opens every teacher of a campaign that replays: the main one, then the others by name.
     *
     * @throws InvalidCampaignException if a file is missing or broken
     */
    public static List<ReplayTeacher> all(CampaignPlan plan, Path folder, Environment environment) {
        List<ReplayTeacher> teachers = new ArrayList<>();
        if (plan.teacher().provider() == Provider.REPLAY) {
            teachers.add(open(plan, null, folder, environment));
        }
        new TreeMap<>(plan.teachers()).forEach((name, teacher) -> {
            if (teacher.provider() == Provider.REPLAY) {
                teachers.add(open(plan, name, folder, environment));
            }
        });
        return teachers;
    }

    /** Holds the SHA-256 of the recording's bytes, so that the ledger never takes one recording's answer for another's. */
    @Override
    public String identity() {
        return "replay:" + recording.sha256();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public TeacherReply ask(TeacherCall call) {
        List<String> answers = recording.answersTo(call.user());
        if (call.sampleIndex() >= answers.size()) {
            throw new TeacherRefusedException(NOT_RECORDED, complaint(call, answers.size()), null);
        }
        return new TeacherReply(answers.get(call.sampleIndex()), TeacherReply.Finish.STOP, 0, 0, 0, List.of());
    }

    private String complaint(TeacherCall call, int recorded) {
        String prompt = call.user().strip().replaceAll("\\p{Cntrl}+", " ");
        String shown = prompt.length() <= LONGEST_PROMPT ? prompt : prompt.substring(0, LONGEST_PROMPT) + "…";
        return "Recording " + model + " must hold answer " + (call.sampleIndex() + 1) + " to '" + shown + "', got "
                + recorded + " answers to it; record it, or leave the question out";
    }
}
