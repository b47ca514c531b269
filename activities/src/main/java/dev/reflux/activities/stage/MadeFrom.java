package dev.reflux.activities.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.PlanJson;
import dev.reflux.config.TeacherPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over all that determines a stage's result. Every part goes in with its length, so that two parts are never taken
 * for one.
 */
final class MadeFrom {

    private final MessageDigest digest;

    MadeFrom() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256, this one does not", e);
        }
    }

    MadeFrom text(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    MadeFrom json(JsonNode json) {
        return text(json.toString());
    }

    /** What of a teacher decides its answers: not its key, limits or price. */
    MadeFrom teacher(TeacherPlan teacher) {
        ObjectNode identity = PlanJson.mapper().valueToTree(teacher);
        return json(identity.without(List.of("apiKey", "limits", "price")));
    }

    MadeFrom teachers(List<String> names, CampaignPlan plan) {
        names.forEach(name -> teacher(plan.teacher(name)));
        return this;
    }

    MadeFrom samples(List<Sample> samples) {
        samples.forEach(this::sample);
        return this;
    }

    MadeFrom sample(Sample sample) {
        try {
            return part(PlanJson.mapper().writeValueAsBytes(sample));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Sample " + sample.id() + " cannot be written as JSON", e);
        }
    }

    /** A file's bytes; a missing file is not the same as an empty one. */
    MadeFrom file(Path file) {
        try {
            return Files.exists(file) ? text("file").part(Files.readAllBytes(file)) : text("no file");
        } catch (IOException e) {
            throw new WorkspaceException(
                    "File " + file + " cannot be read (" + e.getMessage()
                            + "); check its rights and its disk, then resume",
                    e);
        }
    }

    /** In hexadecimal; ends the making. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private MadeFrom part(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }
}
