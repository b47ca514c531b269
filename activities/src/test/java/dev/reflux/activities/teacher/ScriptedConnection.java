package dev.reflux.activities.teacher;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP/1.1 connection to a {@link ScriptedTeacher}, low enough to break the protocol on purpose. */
final class ScriptedConnection {

    private static final String GARBAGE = "<html>Bad gateway</html>";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private String path;
    private byte[] body;

    ScriptedConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Reads the next request; false if the caller has hung up. */
    boolean readRequest() throws IOException {
        String requestLine = readLine();
        if (requestLine.isEmpty()) {
            return false;
        }
        path = requestLine.split(" ")[1];
        headers.clear();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        }
        body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return true;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return headers.get(name);
    }

    void send(int status, byte[] content) throws IOException {
        send(status, "", content, content.length);
    }

    /** Plays a fault; returns whether the connection stays open. */
    boolean fail(Fault fault, Duration retryAfter) throws IOException {
        switch (fault) {
            case THROTTLE -> send(429, retryAfterHeaders(retryAfter), error("rate_limit_exceeded", "Slow down"));
            case SERVER_ERROR -> send(500, error("server_error", "The server had an error"));
            case UNAUTHORIZED -> send(401, error("invalid_api_key", "Incorrect API key provided: " + key()));
            case BAD_REQUEST -> send(400, error("context_length_exceeded", "This question is too long"));
            case SCHEMA_REFUSED ->
                send(400, error("invalid_request_error", "This response_format type is unavailable now"));
            case GARBAGE -> send(200, GARBAGE.getBytes(StandardCharsets.UTF_8));
            case STALL -> stall();
            case STALL_BODY -> {
                send(200, "", half(), half().length * 2);
                stall();
            }
            case CUT_BODY -> send(200, "", half(), half().length * 2);
            case RESET -> socket.setSoLinger(true, 0);
        }
        return switch (fault) {
            case THROTTLE, SERVER_ERROR, UNAUTHORIZED, BAD_REQUEST, SCHEMA_REFUSED, GARBAGE -> true;
            case STALL, STALL_BODY, CUT_BODY, RESET -> false;
        };
    }

    private void send(int status, String moreHeaders, byte[] content) throws IOException {
        send(status, moreHeaders, content, content.length);
    }

    private void send(int status, String moreHeaders, byte[] content, int announcedLength) throws IOException {
        String head = "HTTP/1.1 " + status + " Scripted\r\nContent-Type: application/json\r\n" + moreHeaders
                + "Content-Length: " + announcedLength + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(content);
        out.write(whole.toByteArray());
        out.flush();
    }

    /** Holds the line until the caller hangs up. */
    private void stall() throws IOException {
        while (in.read() >= 0) {
            // Whatever else the caller sends is ignored.
        }
    }

    private String key() {
        return headers.getOrDefault("authorization", headers.getOrDefault("x-api-key", headers.get("x-goog-api-key")));
    }

    private static String retryAfterHeaders(Duration wait) {
        return wait.isZero() ? "" : "Retry-After: " + wait.toMillis() / 1000.0 + "\r\n";
    }

    private static byte[] error(String code, String message) {
        return ("{\"error\":{\"message\":\"" + message + "\",\"code\":\"" + code + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] half() {
        return "{\"choices\":[{\"message\":{\"content\":\"ha".getBytes(StandardCharsets.UTF_8);
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
