package dev.reflux.activities.teacher.http;

import dev.langchain4j.exception.HttpException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server answered with a status other than 2xx. Its message is the start of the body. */
public final class HttpStatusException extends HttpException {

    private static final long serialVersionUID = 1L;

    /** Enough for any provider's error object; a proxy's HTML page would otherwise travel through every log. */
    private static final int LONGEST_BODY = 4000;

    private final transient Map<String, List<String>> headers;

    HttpStatusException(int status, String body, Map<String, List<String>> headers) {
        super(status, body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY));
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
    }

    /** Response headers; names are found in any case. */
    public Map<String, List<String>> headers() {
        return headers;
    }
}
