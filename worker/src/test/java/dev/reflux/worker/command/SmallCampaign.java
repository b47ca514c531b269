package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A campaign that evolved, answered and judged eight instructions by made-up answers, and what commands say of it. */
final class SmallCampaign {

    static final String NAME = "small";

    final Path workspace;
    private StringWriter out;
    private StringWriter err;

    private SmallCampaign(Path workspace) {
        this.workspace = workspace;
    }

    static SmallCampaign run(Path folder) throws IOException {
        StringBuilder pool = new StringBuilder();
        for (String river : new String[] {"Loire", "Rhône", "Seine", "Garonne", "Main", "Elbe", "Oder", "Spree"}) {
            pool.append("{\"text\": \"Describe how the river ")
                    .append(river)
                    .append(" runs from its source to the sea.\"}\n");
        }
        Files.writeString(folder.resolve("pool.jsonl"), pool);
        Path file = Files.writeString(folder.resolve("small.yaml"), """
                campaign: small
                inputs: {pool: pool.jsonl}
                teacher: {provider: rehearsal}
                shards: {size: 3}
                stages:
                  - evolve: {generations: 2, operations: {deepen: 1}}
                  - answer: {candidates: 2, temperature: 0.8}
                  - judge: {aspects: [helpfulness]}
                student: {kind: none}
                """);
        SmallCampaign campaign = new SmallCampaign(folder.resolve("workspace"));
        int code = campaign.command("run", file.toString(), "--temporal", "embedded");
        assertThat(code).as(campaign.err() + campaign.out()).isZero();
        return campaign;
    }

    /** Executes a command on its workspace, or on another that is named. */
    int command(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        boolean elsewhere = List.of(arguments).contains("--workspace");
        Stream<String> here = elsewhere ? Stream.of() : Stream.of("--workspace", workspace.toString());
        String[] all = Stream.concat(Stream.of(arguments), here).toArray(String[]::new);
        return RefluxCommand.in(new Surroundings(Wiring.of(Map.of()), Map.of()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
