package dev.reflux.worker.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.config.Environment.MissingVariableException;
import dev.reflux.config.Inputs;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells whether two campaigns of one name are the same: SHA-256 over the plan and the bytes of its input files. The budget
 * is left out, so that it can be raised in the file while the campaign runs.
 */
final class CampaignFingerprint {
    private static final ObjectMapper JSON =
            PlanJson.mapper().copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final Environment environment;

    CampaignFingerprint(Environment environment) {
        this.environment = environment;
    }

    /** @throws InvalidCampaignException if an input file cannot be read */
    String of(CampaignPlan plan, Path folder) {
        MessageDigest digest = sha256();
        digest.update(planText(plan).getBytes(StandardCharsets.UTF_8));
        for (DataFile input : files(plan.inputs())) {
            add(folder.resolve(resolved(input)), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String planText(CampaignPlan plan) {
        ObjectNode tree = JSON.valueToTree(plan);
        tree.remove("budget");
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a plan must be writable as JSON", unexpected);
        }
    }

    private static List<DataFile> files(Inputs inputs) {
        return Stream.of(inputs.seeds(), inputs.pool(), inputs.holdout(), inputs.gold())
                .filter(Objects::nonNull)
                .toList();
    }

    private String resolved(DataFile input) {
        try {
            return environment.resolve(input.path());
        } catch (MissingVariableException missing) {
            throw new InvalidCampaignException("inputs: path " + input.path() + ": " + missing.getMessage());
        }
    }

    private static void add(Path file, MessageDigest digest) {
        try (InputStream bytes = Files.newInputStream(file);
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            bytes.transferTo(sink);
        } catch (IOException unreadable) {
            throw new InvalidCampaignException("inputs: file must be readable, got " + file + " ("
                    + unreadable.getMessage() + "); check the path");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
