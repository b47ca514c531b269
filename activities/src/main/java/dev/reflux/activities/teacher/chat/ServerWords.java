package dev.reflux.activities.teacher.chat;

import dev.langchain4j.exception.HttpException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the body of a failed answer says. Statuses alone do not tell: a wrong key is 401 here and 400 there. */
final class ServerWords {

    private static final int SHOWN = 300;

    private static final Pattern MONEY = Pattern.compile(
            "insufficient_quota|billing_not_active|billing_hard_limit|credit balance is too low|insufficient balance");
    private static final Pattern KEY =
            Pattern.compile("api_key_invalid|api key not valid|invalid_api_key|api key expired");
    private static final Pattern MODEL = Pattern.compile(
            "model_not_found|invalid_model|model not found|model .{0,80} (does not exist|not found|is not supported)"
                    + "|not a valid model");
    private static final Pattern CONTENT =
            Pattern.compile("content_filter|content_policy|content management policy|safety|moderation|flagged");
    private static final Pattern SETTING =
            Pattern.compile("\"param\"\\s*:\\s*\"(temperature|max_tokens|max_completion_tokens"
                    + "|logprobs|top_logprobs|seed|model)\"|unsupported_(value|parameter)");

    private final String body;

    private ServerWords(String body) {
        this.body = body;
    }

    static ServerWords of(HttpException failure) {
        return new ServerWords(failure.getMessage() == null ? "" : failure.getMessage());
    }

    boolean isAboutMoney() {
        return says(MONEY);
    }

    boolean isAboutTheKey() {
        return says(KEY);
    }

    boolean isAboutTheModel() {
        return says(MODEL);
    }

    boolean isAboutContent() {
        return says(CONTENT);
    }

    /** A parameter that every question carries: not this question's fault. */
    boolean isAboutASetting() {
        return says(SETTING);
    }

    /** None of the above. */
    boolean isAboutTheRequest() {
        return !isAboutMoney() && !isAboutTheKey() && !isAboutTheModel() && !isAboutContent() && !isAboutASetting();
    }

    /** One line to quote. */
    String shortened() {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private boolean says(Pattern pattern) {
        return pattern.matcher(body.toLowerCase(Locale.ROOT)).find();
    }
}
