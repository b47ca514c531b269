package dev.reflux.activities.teacher.chat;

import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.http.DeadlineHttpClientBuilder;
import dev.reflux.activities.teacher.http.Quotas;
import dev.reflux.config.Environment;
import dev.reflux.config.Environment.MissingVariableException;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;

/**
 * Where a teacher is reached, its placeholders resolved.
 *
 * @param baseUrl null for the provider's own
 * @param secret the key, or null where the server needs none
 * @param quotas what its answers say of rate limits
 */
public record Connection(
        Provider provider, String model, String baseUrl, Secret secret, Duration timeout, Quotas quotas) {

    /**
     * Resolves a plan's placeholders.
     *
     * @throws TeacherMisconfiguredException if a variable, the key, the model or the URL is missing or malformed
     */
    public static Connection of(TeacherPlan plan, Environment environment) {
        Connection connection = new Connection(
                plan.provider(),
                resolved("model", plan.model(), environment),
                withoutTrailingSlash(resolved("baseUrl", plan.baseUrl(), environment)),
                Secret.ofNullable(resolved("apiKey", plan.apiKey(), environment)),
                plan.limits().timeout(),
                new Quotas());
        connection.check();
        return connection;
    }

    /** What determines the answers; user and query of the URL are left out, as either may hold a secret. */
    public String identity() {
        return providerName() + " " + model + (baseUrl == null ? "" : " " + publicUrl());
    }

    /** How failures speak of this teacher: provider, model, host. */
    public String subject() {
        return "Teacher " + providerName() + " " + model + " at " + host();
    }

    String host() {
        if (baseUrl == null) {
            return "the provider's own URL";
        }
        URI url = URI.create(baseUrl);
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    /** The key in clear, for a request header alone; null where there is none. */
    public String key() {
        return secret == null ? null : secret.reveal();
    }

    /** A client under this teacher's deadline. */
    public DeadlineHttpClientBuilder http() {
        return new DeadlineHttpClientBuilder(timeout, quotas);
    }

    private String providerName() {
        return provider.name().toLowerCase(Locale.ROOT);
    }

    private String publicUrl() {
        URI url = URI.create(baseUrl);
        return url.getScheme() + "://" + host() + url.getRawPath();
    }

    private void check() {
        if (model == null || model.isBlank()) {
            throw misconfigured("teacher.model must name a model of " + providerName() + ", got nothing");
        }
        if (baseUrl != null && !isHttpUrl(baseUrl)) {
            throw misconfigured("teacher.baseUrl must be an http or https URL such as http://localhost:8000/v1, got one"
                    + " that is not (it is not shown, as it may hold a secret)");
        }
        boolean keyless = provider == Provider.OLLAMA
                || provider == Provider.REWARD
                || provider == Provider.OPENAI && baseUrl != null;
        if (secret == null && !keyless) {
            throw misconfigured("teacher.apiKey must be given for " + providerName()
                    + ", got nothing; write apiKey: ${NAME} and export NAME");
        }
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String resolved(String key, String template, Environment environment) {
        if (template == null) {
            return null;
        }
        try {
            String value = environment.resolve(template);
            return value.isBlank() ? null : value.trim();
        } catch (MissingVariableException missing) {
            throw new TeacherMisconfiguredException("teacher." + key + ": " + missing.getMessage(), missing);
        }
    }

    private static String withoutTrailingSlash(String url) {
        return url != null && url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static TeacherMisconfiguredException misconfigured(String message) {
        return new TeacherMisconfiguredException(message, null);
    }
}
