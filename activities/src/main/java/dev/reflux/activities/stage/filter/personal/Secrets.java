package dev.reflux.activities.stage.filter.personal;

import java.util.regex.Pattern;

/** Keys that open a door, told by the forms their issuers give them. */
final class Secrets {

    private static final String BEGIN = "(?<![A-Za-z0-9_-])";
    private static final String END = "(?![A-Za-z0-9_-])";

    /** A value that a text itself calls a key counts if it is long and mixes letters with digits, unlike a placeholder. */
    static final Pattern PATTERN = Pattern.compile(
            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{1,10000}+-----END [A-Z ]{0,40}PRIVATE KEY-----"
                    + "|" + BEGIN + "(?:"
                    + "(?:AKIA|ASIA)[0-9A-Z]{16}"
                    + "|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255}|glpat-[A-Za-z0-9_-]{20,64}"
                    + "|sk-(?:proj-|ant-|svcacct-|or-v1-)?(?=[A-Za-z_-]{0,200}\\d)[A-Za-z0-9_-]{20,250}"
                    + "|AIza[0-9A-Za-z_-]{35}|ya29\\.[0-9A-Za-z_-]{20,250}"
                    + "|[sr]k_live_[0-9A-Za-z]{16,250}|hf_[A-Za-z]{30,40}|npm_[A-Za-z0-9]{36}"
                    + "|xox[abeoprs]-[0-9A-Za-z-]{10,250}"
                    + "|eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{8,2000}"
                    + ")" + END
                    + "|(?i:api[_-]?key|secret(?:[_-]?key)?|access[_-]?key|auth[_-]?token|token|passwd|password)[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?"
                    + "(?<value>(?=[A-Za-z_/+=-]{0,199}\\d)(?=[0-9_/+=-]{0,199}[A-Za-z])[A-Za-z0-9_/+=-]{20,200})(?![A-Za-z0-9_/+=(.-])");

    private Secrets() {}
}
