package dev.reflux.activities.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.reflux.activities.export.ExportTemplates;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.activities.teacher.replay.ReplayTeacher;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells campaigns apart: SHA-256 of the plan, as JSON with sorted keys, of the lengths and bytes of its input files, its
 * stages' lists, its merge's benchmarks and its exports' chat templates, and of the recordings that its teachers replay. The budget is left out, so that it can be raised in the file while the campaign runs.
 */
public final class CampaignFingerprint {

    private static final ObjectMapper CANONICAL =
            PlanJson.mapper().copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private CampaignFingerprint() {}

    /**
     * Fingerprint of a campaign, in hexadecimal.
     *
     * @param folder the campaign file's folder
     * @throws dev.reflux.config.InvalidCampaignException if an input file is missing or cannot be read, or a recording is broken
     */
    public static String of(CampaignPlan plan, Path folder, Environment environment) {
        MessageDigest digest = TextKey.sha256();
        digest.update(canonical(plan));
        CampaignInputs.Files files = CampaignInputs.Files.of(plan, folder, environment);
        files.all().forEach(file -> update(digest, file));
        ReplayTeacher.all(plan, folder, environment)
                .forEach(teacher -> digest.update(teacher.identity().getBytes(StandardCharsets.UTF_8)));
        TextLists.files(plan, folder, environment).forEach(file -> update(digest, file));
        BenchmarkFiles.files(plan, folder, environment).forEach(file -> update(digest, file));
        ExportTemplates.files(plan, folder, environment)
                .forEach(file -> update(digest, new InputFile("exports", file, null)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By way of maps, which have an order of keys; JSON objects within the plan keep the order they were written in. */
    private static byte[] canonical(CampaignPlan plan) {
        try {
            Map<?, ?> keys = CANONICAL.convertValue(plan, Map.class);
            keys.remove("budget");
            return CANONICAL.writeValueAsBytes(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("plan of campaign " + plan.campaign() + " cannot be written as JSON", e);
        }
    }

    private static void update(MessageDigest digest, InputFile file) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file.path())) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, Files.size(file.path())));
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw file.broken(0, "must be readable", String.valueOf(e.getMessage()), "check the file and its disk");
        }
    }
}
