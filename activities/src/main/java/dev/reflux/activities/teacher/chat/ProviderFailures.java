package dev.reflux.activities.teacher.chat;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.reflux.activities.teacher.TeacherBusyException;
import dev.reflux.activities.teacher.TeacherBusyException.Kind;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.http.HttpStatusException;
import dev.reflux.activities.teacher.http.RetryAfter;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Says whose move a provider's failure is.
 *
 * <p>LangChain4j leaves garbled answers and broken connections untyped, so the whole cause chain is looked at.
 */
public final class ProviderFailures {

    private final Connection connection;

    public ProviderFailures(Connection connection) {
        this.connection = connection;
    }

    /** True if the server refused the request itself, so that asking in another form may help. */
    static boolean isBadRequest(Throwable failure) {
        HttpException status = CauseChain.find(failure, HttpException.class);
        return status != null
                && (status.statusCode() == 400 || status.statusCode() == 422)
                && ServerWords.of(status).isAboutTheRequest();
    }

    /** The failure as the desk knows it; one that is none of the provider's is given back as it is. */
    public RuntimeException map(RuntimeException failure) {
        if (CauseChain.find(failure, CancellationException.class) != null) {
            return CauseChain.find(failure, CancellationException.class);
        }
        if (CauseChain.find(failure, ContentFilteredException.class) != null) {
            return refused("refused", "declined to answer", failure);
        }
        HttpException status = CauseChain.find(failure, HttpException.class);
        return status == null ? mapWithoutStatus(failure) : mapStatus(status, failure);
    }

    private RuntimeException mapWithoutStatus(RuntimeException failure) {
        if (CauseChain.findAny(
                failure,
                UnknownHostException.class,
                UnresolvedAddressException.class,
                UnresolvedModelServerException.class)) {
            return misconfigured(
                    "has a host name that does not resolve", "correct teacher.baseUrl or the DNS", failure);
        }
        if (CauseChain.findAny(failure, SSLHandshakeException.class, SSLPeerUnverifiedException.class)) {
            return misconfigured(
                    "does not speak TLS that this JVM trusts",
                    "correct teacher.baseUrl or the JVM's trust store",
                    failure);
        }
        if (CauseChain.find(failure, TimeoutException.class) != null) {
            String late = "gave no whole answer within " + connection.timeout().toMillis() + " ms";
            return busy(Kind.LATE, late, null, failure);
        }
        if (CauseChain.find(failure, JacksonException.class) != null) {
            return busy(Kind.FAILED, "sent an answer that is not the JSON it should be", null, failure);
        }
        if (CauseChain.find(failure, IOException.class) != null) {
            return busy(Kind.FAILED, "could not be reached or broke off", null, failure);
        }
        if (failure instanceof RetriableException || isUnreadableAnswer(failure)) {
            return busy(Kind.FAILED, "sent an answer without the parts it should have", null, failure);
        }
        return failure;
    }

    /** The provider modules stumble over missing parts of a 2xx answer instead of checking for them. */
    private static boolean isUnreadableAnswer(RuntimeException failure) {
        return failure instanceof NullPointerException || failure instanceof IndexOutOfBoundsException;
    }

    private RuntimeException mapStatus(HttpException status, RuntimeException failure) {
        int code = status.statusCode();
        ServerWords words = ServerWords.of(status);
        String answered = "answered HTTP " + code + quoted(status);
        if (words.isAboutMoney() || code == 402) {
            return misconfigured(answered, "top up the account or raise its quota, then resume", failure);
        }
        if (code >= 400 && code < 429 && words.isAboutContent()) {
            return refused("refused", answered, failure);
        }
        if (code == 401 || code == 403 || words.isAboutTheKey()) {
            return misconfigured(
                    answered, "set the variable of teacher.apiKey to a key that may use this model", failure);
        }
        if (code == 404 || code == 405 || code >= 300 && code < 400 || words.isAboutTheModel()) {
            return misconfigured(answered, "correct teacher.model or teacher.baseUrl", failure);
        }
        if (code == 429) {
            return busy(Kind.THROTTLED, answered, retryAfter(status), failure);
        }
        if (code == 408 || code == 504) {
            return busy(Kind.LATE, answered, retryAfter(status), failure);
        }
        if (code == 409 || code == 425 || code >= 500) {
            return busy(Kind.FAILED, answered, retryAfter(status), failure);
        }
        if (words.isAboutASetting()) {
            return misconfigured(answered, "change the setting it names in the campaign, or the model", failure);
        }
        return refused("bad-request", answered, failure);
    }

    private static Duration retryAfter(HttpException status) {
        return status instanceof HttpStatusException withHeaders
                ? RetryAfter.of(withHeaders, Instant.now()).orElse(null)
                : null;
    }

    private String quoted(HttpException status) {
        String body = clean(ServerWords.of(status).shortened());
        return body.isEmpty() ? "" : " (" + body + ")";
    }

    private TeacherBusyException busy(Kind kind, String what, Duration retryAfter, Throwable failure) {
        return new TeacherBusyException(kind, sentence(what, "ask again later"), retryAfter, safe(failure));
    }

    private TeacherMisconfiguredException misconfigured(String what, String remedy, Throwable failure) {
        return new TeacherMisconfiguredException(sentence(what, remedy), safe(failure));
    }

    private TeacherRefusedException refused(String reason, String what, Throwable failure) {
        return new TeacherRefusedException(reason, sentence(what, "this question is left out"), safe(failure));
    }

    private String sentence(String what, String remedy) {
        return clean(connection.subject()) + " " + what + "; " + remedy;
    }

    private String clean(String text) {
        return Secret.scrub(connection.secret(), text);
    }

    /** Causes are printed and travel through Temporal: a chain that quotes the key is left out. */
    private Throwable safe(Throwable failure) {
        boolean leaks =
                CauseChain.messages(failure).anyMatch(message -> !clean(message).equals(message));
        return leaks ? null : failure;
    }
}
