package dev.reflux.activities.teacher.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** One request and its response to the last byte, sent and received by the thread that asks. */
final class Exchange {

    /** Why an exchange was broken off. */
    enum End {
        LATE,
        INTERRUPTED
    }

    private final HttpUriRequestBase request;
    private final long deadline;
    private final Thread caller = Thread.currentThread();

    private volatile End end;

    /** @param deadline in terms of {@link System#nanoTime()} */
    Exchange(HttpUriRequestBase request, long deadline) {
        this.request = request;
        this.deadline = deadline;
    }

    /**
     * Sends the request and waits for the last byte of its response.
     *
     * @throws IOException if the connection broke, or {@link #end()} says why it was broken off
     */
    WholeResponse run(HttpClient client) throws IOException {
        return client.execute(request, Exchange::whole);
    }

    /** Why it was broken off, or null. */
    End end() {
        return end;
    }

    /** Breaks it off if it is late or its caller was interrupted; a blocked read notices neither by itself. */
    void endIfDue(long now) {
        if (caller.isInterrupted()) {
            end(End.INTERRUPTED);
        } else if (now - deadline >= 0) {
            end(End.LATE);
        }
    }

    private void end(End why) {
        if (end == null) {
            end = why;
        }
        request.cancel();
    }

    private static WholeResponse whole(ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.merge(header.getName(), List.of(header.getValue()), WholeResponse::both);
        }
        byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
        return new WholeResponse(response.getCode(), headers, body);
    }
}
