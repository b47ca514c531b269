package dev.reflux.config;

import java.util.Arrays;
import java.util.List;

/** The sentence encoders that come with a worker, for provider {@code embedded}. */
public enum EmbeddedModel {
    /** all-MiniLM-L6-v2 of sentence-transformers: the smaller and faster one, and the default. */
    ALL_MINILM_L6_V2("all-minilm-l6-v2"),
    /** bge-small-en-v1.5 of BAAI (Xiao et al. 2023): half as fast, and often right where the other is not. */
    BGE_SMALL_EN_V1_5("bge-small-en-v1.5");

    private final String modelName;

    EmbeddedModel(String modelName) {
        this.modelName = modelName;
    }

    /** The name under which a campaign file asks for it. */
    public String modelName() {
        return modelName;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(EmbeddedModel::modelName).toList();
    }

    /** The model that a teacher's plan asks for; the default where it names none. */
    public static EmbeddedModel of(TeacherPlan teacher) {
        return teacher.model() == null ? ALL_MINILM_L6_V2 : values()[names().indexOf(teacher.model())];
    }
}
