package dev.reflux.activities.stage.verify.code;

import dev.reflux.activities.shard.Sample;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a sample says of the code it asks for.
 *
 * @param prompt the code that an answer may continue; null where there is none
 * @param entryPoint the function that is tested; null where the tests name it themselves
 * @param tests source of the tests; empty where there are none
 * @param call how Python tests are called
 */
record CodeTask(String prompt, String entryPoint, String tests, TestCall call) {

    private static final Pattern CODE = Pattern.compile("\\s*(from|import|def|class|package|public)\\s");

    /**
     * Reads a sample.
     *
     * @param wanted how its tests are to be called; null where it is seen from them
     */
    static CodeTask of(Sample sample, TestCall wanted) {
        Map<String, String> checks = sample.task().checks();
        String prompt = checks.get("prompt");
        if (prompt == null && CODE.matcher(sample.text()).lookingAt()) {
            prompt = sample.text();
        }
        String tests = checks.getOrDefault("tests", "");
        return new CodeTask(prompt, checks.get("entryPoint"), tests, wanted == null ? TestCall.of(tests) : wanted);
    }
}
