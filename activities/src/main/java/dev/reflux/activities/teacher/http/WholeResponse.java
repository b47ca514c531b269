package dev.reflux.activities.teacher.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A response that was received to its last byte. */
record WholeResponse(int status, Map<String, List<String>> headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
