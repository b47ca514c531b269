package dev.reflux.activities.teacher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.teacher.Script.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A teacher on the loopback that answers and fails by a script, and counts: OpenAI chat completions and completions, and enough of
 * Anthropic, Gemini, Mistral and Ollama. {@code GET /stats} gives the counts as JSON.
 */
public final class ScriptedTeacher implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final ServerSocket server;
    private final TeacherStats stats = new TeacherStats();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private volatile Script script;

    private ScriptedTeacher(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
    }

    /** Starts on a free port. */
    public static ScriptedTeacher start(Script script) {
        return start(0, script);
    }

    public static ScriptedTeacher start(int port, Script script) {
        try {
            ScriptedTeacher teacher =
                    new ScriptedTeacher(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), script);
            daemon(teacher::acceptAll).start();
            return teacher;
        } catch (IOException unavailable) {
            throw new UncheckedIOException("Port " + port + " must be free", unavailable);
        }
    }

    /** {@code main PORT [SCRIPT [ANSWERS]]}: the script as {@link Script#parse} reads it, answers as {@link #answers}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Function<Question, ScriptedAnswer> answers =
                args.length > 2 ? answers(Path.of(args[2])) : question -> ScriptedAnswer.of("ok");
        try (ScriptedTeacher teacher =
                start(Integer.parseInt(args[0]), Script.parse(args.length > 1 ? args[1] : "", answers))) {
            System.out.println(teacher.baseUrl());
            Thread.currentThread().join();
        }
    }

    /**
     * Answers from JSONL rows {@code {"contains": …, "answer": …, "probability": …}}: the first row whose text the user
     * message contains; {@code ok} where none does.
     */
    public static Function<Question, ScriptedAnswer> answers(Path rows) throws IOException {
        List<JsonNode> known = new ArrayList<>();
        for (String line : Files.readAllLines(rows)) {
            known.add(new ObjectMapper().readTree(line));
        }
        return question -> known.stream()
                .filter(row -> question.user().contains(row.path("contains").asText()))
                .findFirst()
                .map(row -> ScriptedAnswer.of(
                        row.path("answer").asText(), row.path("probability").asDouble(0.99)))
                .orElseGet(() -> ScriptedAnswer.of("ok"));
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Base URL in OpenAI's sense, with {@code /v1}. */
    public String baseUrl() {
        return url() + "/v1";
    }

    /** Scheme, host and port. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Behaves differently from the next request on. */
    public void play(Script next) {
        script = next;
    }

    public TeacherStats.Counts stats() {
        return stats.counts();
    }

    public InFlightCurve inFlight() {
        return stats.curve();
    }

    /** Stops answering and drops all connections. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                daemon(() -> serve(socket)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            ScriptedConnection connection = new ScriptedConnection(socket);
            while (connection.readRequest() && answer(connection)) {
                // Kept alive until the caller or a fault ends it.
            }
        } catch (IOException | InterruptedException gone) {
            // The caller hung up, which is its right: deadlines and cancellations do that.
        } finally {
            connections.remove(socket);
        }
    }

    /** Returns whether the connection stays open. */
    private boolean answer(ScriptedConnection connection) throws IOException, InterruptedException {
        if (connection.path().equals("/stats")) {
            connection.send(200, new ObjectMapper().writeValueAsBytes(stats()));
            return true;
        }
        Script played = script;
        String question = connection.path() + connection.text();
        int attempt = stats.begin(question, connection.header("upgrade") != null);
        WireFormat format = new WireFormat(connection.path(), connection.body());
        Fault fault = played.draw(question, attempt);
        Thread.sleep(played.delay().toMillis());
        if (fault == null || fault == Fault.SCHEMA_REFUSED && !format.hasSchema()) {
            byte[] reply = format.reply(played.answers().apply(format.question()));
            stats.endAnswered(question);
            connection.send(200, reply);
            return true;
        }
        stats.endFailed(fault);
        return connection.fail(fault, played.retryAfter());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-teacher");
        thread.setDaemon(true);
        return thread;
    }
}
