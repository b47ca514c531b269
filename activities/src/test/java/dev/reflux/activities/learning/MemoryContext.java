package dev.reflux.activities.learning;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A context for stages that ask no teacher: what they may use is put into it. */
public final class MemoryContext implements StageContext {

    private final int round;
    private final List<String> labels;
    private final Path preparation;
    private Student student;
    private Calibration calibration;
    private ShardSet previous;

    public MemoryContext(int round, List<String> labels, Path preparation) {
        this.round = round;
        this.labels = labels;
        this.preparation = preparation;
    }

    public MemoryContext with(Student newStudent) {
        student = newStudent;
        return this;
    }

    public MemoryContext with(Calibration newCalibration) {
        calibration = newCalibration;
        return this;
    }

    public MemoryContext with(ShardSet newPrevious) {
        previous = newPrevious;
        return this;
    }

    @Override
    public CampaignPlan plan() {
        throw new UnsupportedOperationException("These stages need no plan");
    }

    @Override
    public int round() {
        return round;
    }

    @Override
    public CampaignFolder folder() {
        throw new UnsupportedOperationException("These stages need no folder");
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public TeacherDesk teacher(String name) {
        throw new UnsupportedOperationException("These stages ask no teacher");
    }

    @Override
    public Optional<Student> student() {
        return Optional.ofNullable(student);
    }

    @Override
    public Optional<Calibration> calibration() {
        return Optional.ofNullable(calibration);
    }

    @Override
    public void leave(Calibration newCalibration) {
        calibration = newCalibration;
    }

    @Override
    public ShardSet previous() {
        return Objects.requireNonNull(previous, "no shards of a stage before were put into this context");
    }

    @Override
    public Path preparation() {
        return preparation;
    }

    @Override
    public void progress(int done, int total) {}
}
