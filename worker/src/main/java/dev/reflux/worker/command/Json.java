package dev.reflux.worker.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.config.PlanJson;
import java.io.PrintWriter;

/** Prints data for programs: one indented JSON document. */
final class Json {
    private Json() {}

    static void print(PrintWriter out, Object data) {
        try {
            out.println(PlanJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(data));
            out.flush();
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("what a command prints must be writable as JSON", unexpected);
        }
    }
}
