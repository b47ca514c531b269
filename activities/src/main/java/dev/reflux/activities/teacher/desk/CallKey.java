package dev.reflux.activities.teacher.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.teacher.TeacherCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A call's key in the ledger: SHA-256 over the canonical JSON of what determines the answer. */
final class CallKey {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private record Question(String teacher, TeacherCall call) {}

    private CallKey() {}

    static String of(String teacher, TeacherCall call) {
        try {
            String question = CANONICAL.writeValueAsString(new Question(teacher, call));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(question.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("A call of texts and numbers has a SHA-256", impossible);
        }
    }
}
