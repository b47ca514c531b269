package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextKeyTest {

    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}\\u001C-\\u001F]+");

    private static final List<String> PARTS = List.of(
            "A",
            "z",
            "Z",
            "@",
            "[",
            "`",
            "{",
            "~",
            "7",
            " ",
            "  ",
            "\t",
            "\n",
            "\u00A0",
            "\u2003",
            "\u0000",
            "\u007F",
            "Ä",
            "ß",
            "Σ",
            "Σ ",
            "İ",
            "I\u0307",
            "K",
            "Ǆ",
            "\uD801\uDC00",
            "中");

    @Test
    void isTheTextInLowerCaseWithOneBlankForEachRunOfWhiteSpace() {
        Random random = new Random(1);
        for (int text = 0; text < 20_000; text++) {
            StringBuilder parts = new StringBuilder();
            for (int part = random.nextInt(8); part > 0; part--) {
                parts.append(PARTS.get(random.nextInt(text % 2 == 0 ? 13 : PARTS.size())));
            }
            String plain = WHITE.matcher(parts).replaceAll(" ");
            String bare = plain.equals(" ")
                    ? ""
                    : plain.substring(plain.startsWith(" ") ? 1 : 0, plain.length() - (plain.endsWith(" ") ? 1 : 0));

            assertThat(TextKey.normalised(parts.toString())).isEqualTo(bare.toLowerCase(Locale.ROOT));
        }
    }
}
