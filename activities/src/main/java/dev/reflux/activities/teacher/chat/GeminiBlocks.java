package dev.reflux.activities.teacher.chat;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises Gemini's blocked answers, which come with status 200 and without a text, before LangChain4j stumbles over
 * what they lack.
 */
record GeminiBlocks(HttpClient client) implements HttpClient {

    private static final Pattern REASON = Pattern.compile("\"(?:blockReason|finishReason)\"\\s*:\\s*"
            + "\"(SAFETY|PROHIBITED_CONTENT|BLOCKLIST|SPII|RECITATION|OTHER)\"");

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        SuccessfulHttpResponse response = client.execute(request);
        Matcher reason = REASON.matcher(response.body());
        if (!response.body().contains("\"text\"") && reason.find()) {
            throw new ContentFilteredException("Blocked: " + reason.group(1));
        }
        return response;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        client.execute(request, parser, listener);
    }

    /** Builds such clients over those of another builder. */
    record Builder(HttpClientBuilder builder) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return builder.connectTimeout();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            builder.connectTimeout(timeout);
            return this;
        }

        @Override
        public Duration readTimeout() {
            return builder.readTimeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            builder.readTimeout(timeout);
            return this;
        }

        @Override
        public HttpClient build() {
            return new GeminiBlocks(builder.build());
        }
    }
}
