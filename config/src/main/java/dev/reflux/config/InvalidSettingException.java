package dev.reflux.config;

/**
 * A setting breaks a rule of its record, or does not go with the teacher. The parser adds file, line and path. The user's
 * move.
 */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String rule;
    private final String value;
    private final String remedy;

    /**
     * @param key the component that is wrong, as written in the file
     * @param rule what it must be, starting with "must" or "needs"
     * @param value what it is
     * @param remedy what to write instead
     */
    public InvalidSettingException(String key, String rule, String value, String remedy) {
        super(key + " " + rule + ", got " + value + "; " + remedy);
        this.key = key;
        this.rule = rule;
        this.value = value;
        this.remedy = remedy;
    }

    public String key() {
        return key;
    }

    public String rule() {
        return rule;
    }

    public String value() {
        return value;
    }

    public String remedy() {
        return remedy;
    }
}
