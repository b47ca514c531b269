package dev.reflux.activities.stage.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.sandbox.Sandboxes;
import dev.reflux.activities.shard.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaCodeCheckTest {

    private static final Map<String, String> DOUBLES = Map.of(
            "prompt",
            "import java.util.*;\n\nclass Solution {\n    /** Each twice. */\n"
                    + "    public List<Integer> doubles(List<Integer> all) {\n",
            "tests",
            "public class Main {\n    public static void main(String[] args) {\n"
                    + "        if (!new Solution().doubles(List.of(1, 2)).equals(List.of(2, 4))) {\n"
                    + "            throw new AssertionError(\"not doubled\");\n        }\n    }\n}\n");

    private static final String RIGHT = "        return all.stream().map(n -> 2 * n).toList();\n    }\n}\n";
    private static final String WHOLE =
            "```java\npublic class Solution {\n    public List<Integer> doubles(List<Integer> all) {\n" + RIGHT
                    + "```\n";

    @Test
    void answersPassOrFailForTheirReason() {
        CodeCheck java =
                new CodeCheck(Sandboxes.orSkip(), new CodeSettings(Language.JAVA, Duration.ofSeconds(20), 64, null));
        List<CodeCheck.Case> cases = Stream.of(
                        RIGHT,
                        WHOLE,
                        "return all; } }",
                        "return none; } }",
                        "List<long[]> held = new ArrayList<>(); while (true) held.add(new long[1 << 20]); } }",
                        "System.exit(0); return all; } }")
                .map(answer -> new CodeCheck.Case(Tasks.sample("doubles", DOUBLES), Tasks.answer(answer)))
                .toList();

        List<Verdict> verdicts = java.checkAll(cases);

        assertThat(verdicts)
                .extracting(Verdict::reason)
                .containsExactly(null, null, "tests-failed", "does-not-compile", "out-of-memory", "tests-failed");
        assertThat(verdicts.get(2).rationale()).contains("AssertionError: not doubled");
        assertThat(verdicts.get(3).rationale()).contains("cannot find symbol");
    }
}
