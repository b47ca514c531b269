package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A campaign of the examples folder with its teacher replaced by recorded answers, run in this process. */
final class ExampleCampaign {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String name;
    private final StringBuilder input = new StringBuilder();
    private final StringBuilder recorded = new StringBuilder();
    private String yaml;

    ExampleCampaign(String name, Path folder) throws IOException {
        this.name = name;
        this.folder = folder;
        this.yaml = Files.readString(Path.of("../examples", name + ".yaml"))
                .replaceFirst("(?ms)^teacher:.*?\\n\\n", "teacher: {provider: replay, answers: recorded.jsonl}\n\n")
                .replaceFirst("(?m)^budget:.*\\n", "");
    }

    /** The example with one thing written otherwise. */
    ExampleCampaign with(String what, String instead) {
        assertThat(yaml).contains(what);
        yaml = yaml.replace(what, instead);
        return this;
    }

    /** One record of the pool, and what the teacher answers to it. */
    void add(Object record, String prompt, List<String> answers) throws IOException {
        input.append(JSON.writeValueAsString(record)).append('\n');
        recorded.append(JSON.writeValueAsString(new TreeMap<>(Map.of("prompt", prompt, "answers", answers))))
                .append('\n');
    }

    /** @param variable by which the example takes its input */
    CampaignFolder run(String variable) throws IOException {
        Path pool = Files.writeString(folder.resolve("input.jsonl"), input);
        Files.writeString(folder.resolve("recorded.jsonl"), recorded);
        Path file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
        Path workspace = folder.resolve("workspace");
        Map<String, String> variables = Map.of(variable, pool.toString());
        StringWriter words = new StringWriter();
        int code = RefluxCommand.in(new Surroundings(Wiring.of(variables), variables))
                .setOut(new PrintWriter(words))
                .setErr(new PrintWriter(words))
                .execute("run", file.toString(), "--temporal", "embedded", "--workspace", workspace.toString());
        assertThat(code).as(words.toString()).isZero();
        return new LocalWorkspace(workspace).folder(name);
    }
}
